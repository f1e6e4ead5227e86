"""Clauses of invented peace plans, in our own words, each said in two ways.

A topic is two clauses; a clause is (plain wording, free rewording). The rewording keeps the meaning and
the slots and changes words and word order. Slots in braces are filled by ``bench.plans``.
"""

from __future__ import annotations

Clause = tuple[str, str]
Topic = tuple[Clause, Clause]

TOPICS: tuple[Topic, ...] = (
    (
        (
            "The armed forces of {a} shall be limited to {n},000 soldiers.",
            "A ceiling of {n},000 soldiers applies to {a}'s army.",
        ),
        (
            "Reservists called up for training are not counted towards this limit.",
            "Training call-ups of reservists stay outside the limit.",
        ),
    ),
    (
        (
            "{a} shall withdraw its heavy weapons from the {p} valley within {d} days.",
            "Within {d} days the {p} valley is cleared of {a}'s heavy weapons.",
        ),
        (
            "Artillery that remains after that date will be removed by the observers.",
            "Guns still found there later are taken away by observers.",
        ),
    ),
    (
        (
            "All prisoners of war are to be exchanged, all for all, at the {p} crossing.",
            "At the {p} crossing both sides hand over every captured soldier they hold.",
        ),
        (
            "The wounded and those held longest are released first.",
            "Priority in the exchange goes to wounded men and to the longest held.",
        ),
    ),
    (
        (
            "A trust fund of {n} billion dollars will pay for the rebuilding of {p}.",
            "Reconstruction of {p} is paid from a {n} billion dollar trust.",
        ),
        (
            "{b} places a tenth of its oil income in the fund each year.",
            "Each year one tenth of what {b} earns from oil goes into it.",
        ),
    ),
    (
        (
            "The {p} dam is operated jointly by engineers of {a} and {b}.",
            "Engineers from both {a} and {b} run the dam at {p} together.",
        ),
        (
            "Electricity from its turbines is shared equally between the two grids.",
            "Each grid receives one half of the turbines' electric power.",
        ),
    ),
    (
        (
            "Fishing boats registered in {a} may enter the {p} strait without a permit.",
            "No permit is needed for {a}'s fishing boats in the strait of {p}.",
        ),
        (
            "Catches above the yearly quota are reported to the coast guard.",
            "The coast guard is told of any catch over the quota for the year.",
        ),
    ),
    (
        (
            "Families displaced since the spring have the right to return to their homes in {p}.",
            "Whoever had to flee {p} since spring may go back home with family.",
        ),
        (
            "Houses occupied by others are vacated or their owners compensated.",
            "Owners get their occupied houses back, or compensation instead.",
        ),
    ),
    (
        (
            "A commission of historians shall examine the archives of the {p} ministry.",
            "Historians will form a commission to study {p} ministry archives.",
        ),
        (
            "Its findings are published in both languages and taught in schools.",
            "What they find is printed bilingually and enters the school books.",
        ),
    ),
    (
        (
            "The railway from {p} to the port reopens for freight under neutral guards.",
            "Under guard of neutrals, freight trains run again between {p} and the port.",
        ),
        (
            "Tolls on the line may not exceed {n} cents per tonne.",
            "No more than {n} cents a tonne is charged as toll.",
        ),
    ),
    (
        (
            "Landmines laid along the {p} road are cleared by specialists from {c}.",
            "Specialists of {c} remove the mines beside the road to {p}.",
        ),
        (
            "Maps of the minefields are handed over before the clearance begins.",
            "Before this, minefield maps have to be given to them.",
        ),
    ),
    (
        (
            "{a} recognises the independence of {b} within its present borders.",
            "{b}, in the borders it has today, is recognised by {a} as independent.",
        ),
        (
            "Ambassadors are exchanged not later than {d} days after signature.",
            "Embassies open {d} days from signing at the latest.",
        ),
    ),
    (
        (
            "Elections to the assembly of {p} are held under international supervision.",
            "International supervisors watch as {p} elects its assembly.",
        ),
        (
            "Voters who live abroad cast their ballots by mail.",
            "Postal ballots are open to the voter living abroad.",
        ),
    ),
    (
        (
            "Customs duties on grain from {b} are abolished for {n} years.",
            "For {n} years {b}'s grain pays no customs duty.",
        ),
        (
            "Inspection of cargo at the border takes no longer than one day.",
            "Border inspectors must let cargo through inside a day.",
        ),
    ),
    (
        (
            "No foreign military base may be established on the island of {p}.",
            "The island of {p} remains free of bases of foreign militaries.",
        ),
        (
            "Visits by warships require notice of {d} days.",
            "A warship that wants to visit gives {d} days' notice.",
        ),
    ),
    (
        (
            "The nuclear reactor at {p} is placed under the safeguards of the atomic agency.",
            "Safeguards of the atomic agency extend to {p}'s reactor.",
        ),
        (
            "Spent fuel is shipped to {c} and stored there at the expense of {a}.",
            "{a} bears the cost of shipping used fuel to {c} and keeping it there.",
        ),
    ),
    (
        (
            "Sanctions imposed on {a} by {b} are suspended in four stages.",
            "In four steps {b} suspends what sanctions it put on {a}.",
        ),
        (
            "Every stage depends on a certificate issued by the joint council.",
            "A joint council certificate opens each of the steps.",
        ),
    ),
    (
        (
            "The language of the minority in {p} enjoys equal status in courts and offices.",
            "Courts and offices in {p} treat the minority's tongue as equal.",
        ),
        (
            "Street signs and identity papers are issued in both scripts.",
            "Both scripts appear on street signs and on papers of identity.",
        ),
    ),
    (
        (
            "Monasteries and mosques damaged in {p} are restored with the aid of {c}.",
            "{c} helps to restore the damaged mosques and monasteries of {p}.",
        ),
        (
            "Pilgrims travel to them freely during the holy months.",
            "In holy months pilgrim travel to these places is free.",
        ),
    ),
    (
        (
            "Drones may not fly within {n} kilometres of the line of separation near {p}.",
            "Around {p}, drone flights end {n} kilometres before the separation line.",
        ),
        (
            "Violations are recorded by sensors and sent to both commanders.",
            "Sensors record a breach, and the commanders on both sides learn of it.",
        ),
    ),
    (
        (
            "A hotline connects the general staffs of {a} and {b} day and night.",
            "Day and night the general staffs in {a} and {b} can reach each other by hotline.",
        ),
        (
            "It is tested each Monday by the duty officers.",
            "Duty officers carry out a test of it on Mondays.",
        ),
    ),
    (
        (
            "Pensions owed to residents of {p} since the war began are paid in full by {a}.",
            "{a} settles in full all pension arrears of people resident in {p} from the war on.",
        ),
        (
            "Banks reopen their branches there and restore frozen savings.",
            "Bank branches there open again and savers regain frozen money.",
        ),
    ),
    (
        (
            "Children separated from their parents are traced by a bureau in {p}.",
            "A tracing bureau at {p} looks for children parted from parents.",
        ),
        (
            "Adoptions made during the hostilities are reviewed by a judge.",
            "A judge reviews any adoption of the time of hostilities.",
        ),
    ),
    (
        (
            "The waters of the {p} river are divided by a board with three members.",
            "A three-member board allots the water of the river {p}.",
        ),
        (
            "In dry years irrigation has precedence over industry.",
            "When a year is dry, irrigators come before industrial use.",
        ),
    ),
    (
        (
            "Journalists accredited by either side move freely through {p}.",
            "{p} is open to every journalist that one of the sides accredits.",
        ),
        (
            "Jamming of radio and television broadcasts ceases immediately.",
            "Radio and television are no longer jammed, with immediate effect.",
        ),
    ),
    (
        (
            "War crimes committed in {p} are tried before a special chamber of five judges.",
            "A special chamber with five judges hears cases of war crimes from {p}.",
        ),
        (
            "Sentences are served in a prison chosen by {c}.",
            "{c} selects the prison in which the convicted serve.",
        ),
    ),
    (
        (
            "The militias of the {p} hills disband and hand in their rifles.",
            "Militiamen in the hills of {p} give up rifles and are disbanded.",
        ),
        (
            "Former fighters under twenty receive vocational schooling.",
            "A fighter not yet twenty is offered vocational school.",
        ),
    ),
    (
        (
            "Gas delivered through the {p} pipeline is priced by a yearly formula.",
            "A formula set each year gives the price for gas in the pipeline of {p}.",
        ),
        (
            "Transit fees of {n} million dollars go to {b}.",
            "{b} collects {n} million dollars for the transit.",
        ),
    ),
    (
        (
            "Civil aviation over {p} resumes under the rules of the aviation organisation.",
            "Following the aviation organisation's rules, civil aircraft again fly over {p}.",
        ),
        (
            "Control towers are staffed by crews trained in {c}.",
            "Crews with training from {c} staff the towers.",
        ),
    ),
    (
        (
            "{c} guarantees this agreement and convenes a summit if it is broken.",
            "As guarantor of the agreement, {c} calls a summit when somebody breaks it.",
        ),
        (
            "The guarantor sends {n} observers within a week.",
            "{n} observers from the guarantor arrive in a week.",
        ),
    ),
    (
        (
            "A joint university is founded in {p} and financed by tuition and gifts.",
            "Tuition and gifts finance a joint university that is founded at {p}.",
        ),
        (
            "Its rector alternates between citizens of {a} and of {b}.",
            "The office of rector goes in turn to a citizen of {a} and one of {b}.",
        ),
    ),
    (
        (
            "Smuggling of timber from the {p} forest is punished by confiscation.",
            "Whoever smuggles {p} forest timber has it confiscated.",
        ),
        (
            "Rangers patrol in pairs, one from each community.",
            "Patrols consist of two rangers, each of another community.",
        ),
    ),
    (
        (
            "The lighthouse and harbour of {p} are leased to {b} for {n} years.",
            "{b} leases {p}'s harbour with its lighthouse over {n} years.",
        ),
        (
            "Rent is due every January in gold or convertible currency.",
            "January is when the rent falls due, payable in convertible money or gold.",
        ),
    ),
    (
        (
            "Hospitals in {p} receive vaccines, generators and surgical supplies from {c}.",
            "{c} supplies {p}'s hospitals with surgical goods, vaccine and generators.",
        ),
        (
            "Ambulances cross all checkpoints without being searched.",
            "At checkpoints an ambulance passes unsearched.",
        ),
    ),
    (
        (
            "Missiles with a range above {n} kilometres are destroyed by {a}.",
            "{a} destroys any missile able to reach beyond {n} kilometres.",
        ),
        (
            "Their launchers are melted down in the presence of inspectors.",
            "Inspectors are present while launchers are melted.",
        ),
    ),
    (
        (
            "The cemetery at {p} is a memorial for the fallen of every nation.",
            "{p}'s cemetery serves as memorial to the fallen, whatever their nation.",
        ),
        (
            "Relatives may exhume remains and rebury them at home.",
            "Remains can be exhumed by relatives for burial at home.",
        ),
    ),
    (
        (
            "Telephone and internet cables under the {p} channel are repaired by {b}.",
            "{b} repairs internet and telephone cable below the channel of {p}.",
        ),
        (
            "Operators charge local rates for calls between the regions.",
            "A call from region to region costs the operators' local rate.",
        ),
    ),
    (
        (
            "A land corridor {n} kilometres wide links {p} with {b}.",
            "{b} and {p} are joined by a corridor of land {n} kilometres in width.",
        ),
        (
            "Police of {c} patrol it and issue passes to drivers.",
            "Drivers obtain their pass from {c}'s police, who patrol there.",
        ),
    ),
    (
        (
            "The constitution of {a} is amended to rule out any military alliance.",
            "An amendment to {a}'s constitution excludes joining alliances of a military kind.",
        ),
        (
            "A referendum on the amendment takes place within {d} days.",
            "The people decide on this amendment by referendum in {d} days.",
        ),
    ),
    (
        (
            "Stolen paintings and manuscripts are returned to the museum of {p}.",
            "The {p} museum gets back its stolen manuscripts and paintings.",
        ),
        (
            "Disputed works are kept in {c} until an arbitrator rules.",
            "Until a ruling of the arbitrator, {c} keeps works in dispute.",
        ),
    ),
    (
        (
            "Seasonal herders from {b} graze their flocks on the {p} pastures until October.",
            "Until October the pastures of {p} are open to {b}'s herders and flocks.",
        ),
        (
            "Veterinary officers vaccinate every animal at the gate.",
            "At the gate each animal is vaccinated by a veterinary officer.",
        ),
    ),
    (
        (
            "A demilitarised zone is created on both banks of the {p}.",
            "Both banks of the {p} become a zone without any military.",
        ),
        (
            "Only unarmed police with whistles and lamps may be stationed in it.",
            "Stationed there are only police without arms, with lamp and whistle.",
        ),
    ),
    (
        (
            "Copper and lithium mines near {p} are licensed by an independent authority.",
            "An independent authority grants the licences for lithium and copper mining at {p}.",
        ),
        (
            "Royalties are divided at {n} per cent for {a} and the rest for the district.",
            "{a} takes {n} per cent of royalties, and what is left belongs to the district.",
        ),
    ),
    (
        (
            "Mercenaries and foreign instructors leave {p} before the first snow.",
            "Before snow first falls, {p} is left by foreign instructors and mercenaries.",
        ),
        (
            "Their contracts are void and no pay is owed for them.",
            "No pay is due to them, as such contracts are void.",
        ),
    ),
    (
        (
            "The town of {p} is governed by a mayor and two deputies of different communities.",
            "A mayor with two deputies from differing communities governs {p} town.",
        ),
        (
            "Budgets need the consent of all three.",
            "Without consent by all three there is no budget.",
        ),
    ),
    (
        (
            "Amnesty is granted to deserters who report to {p} before midsummer.",
            "Deserters reporting at {p} by midsummer are granted an amnesty.",
        ),
        (
            "It does not cover murder, torture or pillage.",
            "Pillage, torture and murder are not covered by it.",
        ),
    ),
    (
        (
            "A weather and earthquake station on mount {p} sends data to both capitals.",
            "Both capitals receive the data of an earthquake and weather station on {p} mountain.",
        ),
        (
            "Scientists of {a} and {b} winter there together.",
            "{a}'s scientists and {b}'s stay the winter there in common.",
        ),
    ),
    (
        (
            "Disputes over this plan go to arbitration in {c}.",
            "{c} is where disputes about the plan are arbitrated.",
        ),
        (
            "An award binds the parties and cannot be appealed.",
            "The parties are bound by the award, without appeal.",
        ),
    ),
    (
        (
            "The ceasefire begins at noon on the day after signature by {a} and {b}.",
            "At noon of the day following {a} and {b}'s signature, fire ceases.",
        ),
        (
            "Church bells and sirens announce it along the front.",
            "Along the front it is announced by siren and church bell.",
        ),
    ),
)

BOILERPLATE: tuple[str, ...] = (
    "The joint council shall monitor the implementation of this point and report to the parties every month.",
    "Any question about this point is settled by the parties in good faith and without delay.",
)

PARTIES = (
    "Norland",
    "Veskia",
    "Ostmark",
    "Talvania",
    "Corrin",
    "Maristan",
    "Ubria",
    "Zelmark",
    "Hallow",
    "Quent",
)
PLACES = (
    "Brennick", "Sola", "Karvane", "Dorun", "Ithaven", "Pelm", "Rusko", "Tamber", "Ulvik", "Wendra", "Yarrow",
    "Zagreth", "Ambra", "Ciln", "Eskar", "Fenwold", "Gorlan", "Hestia", "Jasper", "Lomond", "Merrow", "Nadir",
    "Orlock", "Prisma", "Quarry", "Ravel", "Stennis", "Turov", "Umber", "Vesper", "Askel", "Borga", "Cendre",
    "Dalmor", "Elvas", "Fjorn", "Gimla", "Harrow", "Isk", "Jorund", "Kelpie", "Lanark", "Morvan", "Nesk",
    "Ombra", "Pelican", "Roth", "Selda",
)  # fmt: skip
