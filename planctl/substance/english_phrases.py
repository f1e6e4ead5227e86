"""English phrases by meaning, closed lists: what is missing here is not reported.

A line begins with the meaning, continues with phrases parted by commas, and may run on indented.
"""

MEASURES = """
1 / m: m, metre, metres, meter, meters
1000 / m: km, kms, kilometre, kilometres, kilometer, kilometers
1 / mile: mile, miles
1 / nautical mile: nautical mile, nautical miles
100 / ha: square kilometre, square kilometres, square kilometers, sq km, km²
1 / ha: hectare, hectares, ha
1 / square mile: square mile, square miles
1 / t: tonne, tonnes, ton, tons, metric tons, metric tonnes, t
1 / kg: kg, kilogram, kilograms, kilogramme, kilogrammes
1 / MW: mw, megawatt, megawatts
1000 / MW: gw, gigawatt, gigawatts
1 / mm: mm, millimetre, millimetres, millimeter, millimeters
1 / barrel: barrel, barrels
1 / °C: ° c, degrees celsius
1 / percentage point: percentage point, percentage points
"""

QUALIFIERS = """
time of war / peacetime: in peacetime, in time of peace, in times of peace, during peacetime
time of war / wartime: in wartime, in time of war, in times of war, during wartime
lasting / permanent: permanent, permanently, on a permanent basis, indefinitely, in perpetuity, for an
    indefinite period, of unlimited duration, for good, perpetual, perpetually, forever, for ever, for
    all time, without limit of time, without time limit, without limitation in time, for an unlimited
    period, for an indefinite duration, of indefinite duration, for an unlimited duration, everlasting
lasting / temporary: temporary, temporarily, provisional, provisionally, on a temporary basis, interim,
    for the time being, for a limited period, transitional, for a transitional period, ad interim, on a
    provisional basis, on an interim basis, on a transitional basis, for an interim period, for a
    limited time, for a limited duration, of limited duration, for a temporary period
speed / at once: immediately, immediate, at once, forthwith, without delay, without any delay, with
    immediate effect, instantly, right away, with no delay, straight away, without further delay,
    without any further delay, with no further delay
speed / step by step: gradually, gradual, step by step, in stages, in phases, phased, progressively, by
    stages, stage by stage, in a phased manner, by phases, in successive stages, in successive phases,
    on a phased basis, incrementally, incremental, stepwise, phase by phase, by steps, in a gradual
    manner
case / case by case: case by case, on a case by case basis, individually, on an individual basis
law / de facto: de facto
law / de jure: de jure
extent / full: full, fully, in full, complete, completely, totally, entirely, entire, in its entirety,
    comprehensive, comprehensively, wholly, in their entirety, in full measure
extent / full (weak): total, whole, as a whole
extent / partial: partial, partially, partly, in part
condition / unconditional: unconditional, unconditionally, without conditions, without preconditions,
    without any conditions, without condition, without any preconditions, without any precondition, with
    no conditions, with no preconditions, not subject to conditions, not subject to any conditions, not
    subject to any condition, not subject to preconditions, free of conditions, free of any conditions
condition / conditional: conditional, conditionally
condition / subject to: subject to, provided that, on condition that, on the condition that, conditional
    on, conditional upon, only if, as long as, so long as, on the understanding that, contingent on,
    contingent upon, providing that, with the proviso that, on the proviso that, under the condition
    that, conditioned on, conditioned upon, on condition of, on the condition of, provided always that
condition / subject to (weak): dependent on, dependent upon
condition / if (weak): if, in the event that, in case, in the event of
condition / unless: unless, except if, save where, except where, except when, except in cases where,
    save when, save if, save in cases where, other than where, except as, save as
exception / except: except, except for, with the exception of, other than, apart from, excluding, save
    for, with the sole exception of, excepting, barring, not including, to the exclusion of, aside from,
    exclusive of, not counting, with the exclusion of, but for, with exception of, save and except
exception / exceptional: in exceptional circumstances, in exceptional cases, exceptionally, by way of
    exception
exception / normal: in normal circumstances, under normal circumstances, normally, ordinarily, as a
    rule, as a general rule, usually, in the normal course of events
exception / normal (weak): generally, in general
inclusion / including: including, included, inclusive of, to include, which includes, which include,
    inter alia, among others, among other things, amongst others, amongst other things, among them,
    amongst them
inclusion / including (weak): includes, include, such as, comprising, encompassing, of whom, of which,
    among whom, among which
hindrance / unhindered: without interference, without any interference, free from interference,
    unhindered, unimpeded, unrestricted, unfettered, unobstructed, without hindrance, without
    impediment, without restriction, without restrictions, without any hindrance, without any
    impediment, without any restriction, without any restrictions, without obstruction, without any
    obstruction, without obstacle, without obstacles, without let or hindrance, unhampered,
    unrestrained, free of hindrance, free of restrictions, free of any restrictions, free from
    restrictions, without limitation, without limitations
hindrance / unhindered (weak): freely
exclusivity / only: only, solely, exclusively, exclusive, sole, alone, purely, nobody but, no one but,
    nothing but, none but, none other than, no one other than
exclusivity / only (weak): merely, simply, single
discretion / where appropriate: where appropriate, as appropriate, if appropriate, where applicable, as
    applicable, where relevant, as the case may be, when appropriate, whenever appropriate, wherever
    appropriate, if applicable, as deemed appropriate, as may be appropriate, where suitable, if
    relevant
discretion / where necessary: where necessary, as necessary, if necessary, if needed, as needed, where
    needed, if required, as required, where required, when necessary, whenever necessary, wherever
    necessary, if need be, in case of need, if it is necessary, should it be necessary, should the need
    arise, if the need arises, should this be necessary, if this is necessary, when needed, when
    required, whenever needed, whenever required, as and when necessary, should it prove necessary, if
    it proves necessary, in so far as necessary, insofar as necessary, to the extent necessary
discretion / as far as possible: as far as possible, where possible, if possible, to the extent
    possible, wherever possible, where feasible, to the greatest extent possible, to the maximum extent
    possible, to the fullest extent possible, as far as practicable, to the extent practicable, to the
    extent feasible, as far as feasible, insofar as possible, in so far as possible, so far as possible,
    so far as practicable, insofar as practicable, in so far as practicable, where practicable, if
    practicable, wherever practicable, whenever possible, when possible, whenever feasible, when
    feasible, wherever feasible, if feasible, as much as possible, to the greatest possible extent, to
    the maximum possible extent, to the fullest possible extent, insofar as feasible, in so far as
    feasible, to the best of their ability, to the best of its ability, to the extent that it is
    possible, insofar as it is possible, to the extent that this is possible, to the largest possible
    extent
discretion / as far as possible (weak): as possible
discretion / in principle: in principle
discretion / voluntary: voluntary, voluntarily, on a voluntary basis, of their own free will, of its own
    free will, of their own accord, of its own accord, of their own volition, of its own volition, of
    their free will, of one's own free will
discretion / mandatory: mandatory, compulsory, obligatory, compulsorily, on a mandatory basis, on a
    compulsory basis
law in force / legally binding: legally binding, binds in law, bind in law, binding in law, binding
    under international law
law in force / not binding: nonbinding, non binding
law in force / otherwise binding: politically binding, morally binding
return / irrevocable: irrevocable, irrevocably, irreversible, irreversibly
return / reversible: reversible, revocable
check / verifiable: verifiable, verifiably, verified, under verification, subject to verification,
    capable of being verified, capable of verification
each / mutual: mutual, mutually, reciprocal, reciprocally, on a reciprocal basis, on a mutual basis, on
    the basis of reciprocity
each / mutual (weak): each other, one another
each / unilateral: unilateral, unilaterally, one sided
together / joint: joint, jointly, in common
together / joint (weak): together, common, shared
consent / by consent: by agreement of, with the consent of, with the agreement of, with the approval of,
    by consent of, subject to the consent of, subject to the agreement of, subject to the approval of,
    with the assent of, upon agreement of, subject to consent by, subject to agreement by, subject to
    approval by
consent / by consent (weak): without the consent of, without the agreement of, without the approval of,
    without consent of, without the prior consent of, without the prior approval of, in agreement with,
    by agreement with
voting / unanimous: unanimous, unanimously, by unanimity
voting / by majority: by majority, by a majority, by simple majority, by a simple majority
none / none: by a majority of, by majority of, a total of, total of, in total, unless and until, until
    and unless
provoked / unprovoked: unprovoked, without provocation
cause / without cause: without cause
time / at any time: at any time
time / at all times: at all times, always, at every time, round the clock, around the clock, day and
    night
number / all: all, every, each and every, the totality of
number / some: some, certain, several
number / most: most, the majority of
public / public: public, publicly, made public, in public
public / confidential: held in confidence, kept in confidence, treated in confidence, confidential,
    confidentially, secret, secretly, in secret, in secrecy
price / free: free of charge, free of any charge, free of cost, at no cost, at no charge, without
    charge, without payment, gratis, without cost
public / public (weak): published, publish, publishes
"""

OBLIGATIONS = """
7: shall, must, has to, have to, is obliged to, are obliged to, be obliged to, is required to, are
    required to, be required to, is bound to, are bound to, is obligated to, are obligated to, cannot,
    can't, is under an obligation to, are under an obligation to, has an obligation to, have an
    obligation to, is under a duty to, are under a duty to, has a duty to, have a duty to, is compelled
    to, are compelled to, needs to, has the obligation to, have the obligation to, has the duty to, have
    the duty to, is duty bound to, are duty bound to, assumes the obligation to, assume the obligation
    to
7 (weak): obligation to, obligation of, duty to, obliged to, required to, bound to, obligated to, is
    required, are required, be required, is needed, are needed, is mandatory, are mandatory, requires,
    require, demands that, demand that, demands, insists that, insist that
6: undertakes to, undertake to, undertakes, undertake, commits to, commit to, commits itself to, commit
    themselves to, pledges to, pledge to, is committed to, are committed to, binds itself to, bind
    themselves to, promises to, promise to, guarantees to, guarantee to, pledges itself to, pledge
    themselves to, engages to, engage to, covenants to, covenant to, vows to, vow to, gives an
    undertaking to, give an undertaking to, assumes a commitment to, assume a commitment to, has
    undertaken to, have undertaken to, has committed itself to, have committed themselves to, has
    pledged to, have pledged to
6 (weak): undertaking of, pledge to, promise to, undertaking to, committed to, committing to, pledging
    to, committing itself to, committing themselves to, commitment to
5: will, is to, are to
4: agrees to, agree to, agrees that, agree that, consents to, consent to
4 (weak): agreeing to, consenting to, requests, requesting, requested to
3: should, ought to, is encouraged to, are encouraged to, is invited to, are invited to, is urged to,
    are urged to, endeavours to, endeavour to, endeavors to, endeavor to, seeks to, seek to, strives to,
    strive to, aims to, aim to, intends to, intend to, is called upon to, are called upon to, makes
    every effort to, make every effort to, uses best efforts to, use best efforts to, use their best
    efforts to, uses its best efforts to, use their best endeavours to, uses its best endeavours to, use
    best endeavours to, does its utmost to, do their utmost to, does its best to, do their best to,
    makes all efforts to, make all efforts to, exerts every effort to, exert every effort to, makes all
    possible efforts to, make all possible efforts to, does everything in its power to, do everything in
    their power to, tries to, try to, attempts to, attempt to, makes efforts to, make efforts to
3 (weak): intention to, intention of, intent to, efforts to, effort to, calls upon, calls on, call upon,
    call on, calling upon, calling on, endeavouring to, endeavoring to, seeking to, striving to, aiming
    to, intending to, encouraged to, invited to, urged to, called upon to, trying to, attempting to,
    encourages, encourage, invites, invite, urges, urge, recommends, recommend, appeals to, exhorts,
    advises, encouraging, inviting, urging, recommending
2: may, can, is free to, are free to, is allowed to, are allowed to, is permitted to, are permitted to,
    is entitled to, are entitled to, has the right to, have the right to, might, could, is authorised
    to, are authorised to, is authorized to, are authorized to, is empowered to, are empowered to, is at
    liberty to, are at liberty to, reserves the right to, reserve the right to, retains the right to,
    retain the right to, enjoys the right to, enjoy the right to, is granted the right to, are granted
    the right to, has the power to, have the power to, has the authority to, have the authority to, has
    authority to, have authority to, has the option to, have the option to, is given the right to, are
    given the right to, has a right to, have a right to
2 (weak): right to, right of, permission to, freedom to, entitled to, permitted to, allowed to, free to,
    authorised to, authorized to, empowered to, at liberty to, is permitted, are permitted, be
    permitted, is allowed, are allowed, be allowed, permitting
1: is expected to, are expected to, it is expected that, is expected that, is envisaged to, is
    anticipated to, are anticipated to, are envisaged to, it is envisaged that, it is hoped that,
    expects to, expect to, hopes to, hope to
"""

NEGATIONS = """
not (weak): cease to, ceases to, ceased to, waive, waives, waived, waiving, relinquish, relinquishes,
    relinquished, avoid, avoids, avoiding, absence of, lack of, lacking, lacks, prevent from, prevents
    from, prevented from, free of, free from, disqualified from, ineligible, exclude, excludes,
    excluded, rejecting, rejection of, renouncing, renunciation of, refusing, refusal to, denying,
    denial of, forbidding, prohibiting, banning, failing, gives up, give up, given up, giving up, gave
    up, abandons, abandon, abandoned, forgoes, forgo, foregoes, forego, forswears, forswear, yet to
need not: need not, needs not, does not have to, do not have to, does not need to, do not need to, not
    obliged to, not required to, not bound to, not obligated to, not be obliged to, not be required to,
    not be bound to, not under an obligation to, under no obligation to
not: not, no longer, not any longer, by no means, cannot, no, none, never, neither, nobody, nothing,
    without, nor, no one, nowhere, don't, doesn't, didn't, won't, shan't, can't, mustn't, isn't, aren't,
    wasn't, weren't, shouldn't, rules out, rule out, ruled out, ruling out, refrains from, refrain from,
    refraining from, abstains from, abstain from, prohibits, prohibit, prohibited, forbids, forbid,
    forbidden, bans, ban, banned, desists from, desist from, is excluded, are excluded, be excluded,
    renounces, renounce, renounced, rejects, reject, rejected, outlaws, outlaw, outlawed, exempt from,
    exempts from, exempted from, immune from, bars from, barred from, debarred from, precludes,
    preclude, precluded, refuses, refuse, refused, denies, deny, denied, withholds, withhold, withheld,
    fails to, fail to, failed to, failing to, in the absence of, failure to, desisting from, prohibition
    of, prohibition on, prohibition against, ban on, not yet
"""

NOT_NEGATIONS = """
not a negation: not only, not limited to, by no means limited to, no later than, not later than, no more
    than, not more than, no fewer than, not fewer than, no less than, not less than, without delay,
    without any delay, whether or not, without prejudice to, without conditions, without preconditions,
    without condition, without any conditions, without provocation, without cause, not exceeding, not
    exceed, no delay, shall not exceed, must not exceed, may not exceed, not to exceed, without
    exception, without hindrance, without impediment, without restriction, without restrictions, without
    undue delay, no higher than, no lower than, no greater than, not greater than, no smaller than, does
    not exceed, do not exceed, not below, of no less than, of not less than, none other than, no less,
    without limit of time, without time limit, without limitation in time, not prejudge, not prejudice,
    not in any way prejudge, without limitation, without any exception, without any hindrance, without
    any impediment, without any restriction, without any restrictions, without obstruction, without any
    obstruction, without obstacle, without obstacles, without let or hindrance, without interference,
    without further delay, without any further delay, without any preconditions, not merely, not just,
    not solely, not least, without limitations, not be more than, not be larger than, not be greater
    than, not be higher than, not be less than, not be fewer than, not be lower than, not be smaller
    than, not be over, not be above, not be below, not be under
"""

YEAR_PARTS = """
early: early
start: start, beginning
mid: mid, middle
late: late
end: end, close
spring: spring
summer: summer
autumn: autumn, fall
winter: winter
first half: first half
second half: second half
first quarter: first quarter
second quarter: second quarter
third quarter: third quarter
last quarter: fourth quarter, last quarter
"""

PERCENTS = """
percent: %, percent, per cent, per cents, pct
"""

RELATIONS = """
by: by, no later than, not later than, before, until, till, up to, on or before
from: from, as of, as from, since, after, starting, beginning, starting on, beginning on, with effect
    from
"""

BOUNDS = """
at most: up to, under the age of, below the age of, at most, no more than, not more than, a maximum of,
    maximum of, not exceeding, not exceed, capped at, limited to, to a maximum of, a ceiling of, fewer
    than, less than, not to exceed, under, at the most, no higher than, no greater than, not greater
    than, does not exceed, do not exceed, a cap of, restricted to, below, not be more than, not be
    larger than, no larger than, not be greater than, not be higher than, not be over, not be above
at least: at least, over the age of, above the age of, no fewer than, no less than, not less than, not
    fewer than, a minimum of, minimum of, more than, over, in excess of, above, at the least, no lower
    than, no smaller than, not below, exceeding, exceeds, exceed, upwards of, greater than, larger than,
    higher than, a floor of, at a minimum, a minimum number of, not be less than, not be fewer than, not
    be lower than, not be smaller than, not be below, not be under
about: about, around, approximately, nearly, almost, roughly, some, circa, close to, in the region of,
    in the order of
none: goes up to, go up to, going up to, went up to
"""

BOUNDS_AFTER = """
at most: or less, or fewer, or below, or under, at most, at the most
at least: or more, or above, or over, and above, and more, at least, at the least
about: or so
"""

DENIED = """
admissible: inadmissible
legal: illegal
lawful: unlawful
valid: invalid
applicable: inapplicable
eligible: ineligible
able: unable
possible: impossible
permissible: impermissible
authorised: unauthorised
authorized: unauthorized
acceptable: unacceptable
compatible: incompatible
"""

PRIVATIVE = """
armed: unarmed
affected: unaffected
changed: unchanged
altered: unaltered
used: unused
resolved: unresolved
occupied: unoccupied
accompanied: unaccompanied
inspected: uninspected
impeded: unimpeded
paid: unpaid
willing: unwilling
suitable: unsuitable
founded: unfounded
contested: uncontested
inhabited: uninhabited
disclosed: undisclosed
fulfilled: unfulfilled
interrupted: uninterrupted
justified: unjustified
effective: ineffective
operative: inoperative
consistent: inconsistent
sufficient: insufficient
adequate: inadequate
complete: incomplete
violable: inviolable
divisible: indivisible
alienable: inalienable
feasible: unfeasible, infeasible
available: unavailable
lawfully: unlawfully, illegally
allow: disallow, disallows
allowed: disallowed
agree: disagree, disagrees
respect: disrespect, disrespects
dependent: independent, independently
"""

LIMITS = """
within: within, in, within the first, inside, no later than, not later than, in no more than, in less
    than, within no more than, within a period of, within a maximum of, in under, by no later than, not
    more than, no more than, in at most, within at most, at the latest, at the latest within, within at
    the latest, within a maximum period of, within a time limit of, within a term of, within the space
    of, in the space of, in a period of, before the expiry of, before the end of, by the end of, within
    not more than, in not more than
after: after, only after, no sooner than, not earlier than, not before
"""

CONNECTORS = """
after / 7: once, upon, after, following, as soon as, when, subsequent to, counting from, counted from,
    starting from, beginning with, starting with
after / 3: on, from, as of, as from
after / 0: of
before / 7: before, prior to, ahead of
until / 7: until, till, pending
"""

PROMPT = """
asap: as early as possible, as soon as possible, as quickly as possible, as soon as practicable, at the
    earliest opportunity, at the earliest possible date, at the earliest date, as soon as feasible, as
    soon as is feasible, as soon as it is possible, in the shortest possible time, as swiftly as
    possible, as promptly as possible, as speedily as possible, as rapidly as possible, with the least
    possible delay, without undue delay, as early as practicable
reasonable time: in due course, within a reasonable time, within a reasonable period, in good time
"""

NOUNS = """
people: people, persons, person, personnel, troops, soldiers, servicemen, servicemembers, men, members,
    staff, strong, individuals
prisoner: prisoner, prisoners, captive, captives, detainee, detainees, pows
country: country, countries, state, states, nation, nations
aircraft: aircraft, planes, plane, aeroplanes, jets
observer: observer, observers, monitor, monitors
seat: seat, seats
"""

CURRENCIES = """
USD: dollar, dollars
EUR: euro, euros
GBP: pound, pounds, sterling
UAH: hryvnia, hryvnias, hryvnya
RUB: rouble, roubles, ruble, rubles
CHF: franc, francs
JPY: yen
CNY: yuan, renminbi
"""

LABELS = """
article: article, articles, art, arts
point: point, points
paragraph: paragraph, paragraphs, para, paras, par, pars
section: section, sections, sec, secs
chapter: chapter, chapters, ch
annex: annex, annexes, appendix, appendices
item: item, items
clause: clause, clauses
protocol: protocol, protocols
part: part, parts
resolution: resolution, resolutions, unscr
schedule: schedule, schedules
option: option, options
alternative: alternative, alternatives
rule: rule, rules
phase: phase, phases
stage: stage, stages
step: step, steps
unit: unit, units
title: title
table: table
figure: figure
page: page, pages
track: track
basket: basket
directive: directive, directives
regulation: regulation, regulations
decision: decision, decisions
convention: convention, conventions
number: no, nos, number
"""

EVENTS = """
signature: signature, signing, signed, sign, signs
force: force, effect
ratification: ratification, ratified, ratify, ratifies
adoption: adoption, adopted, adopt, adopts
ceasefire: ceasefire, truce, armistice, cessation
conclusion: conclusion, concluded, concludes
agreement: agreed
withdrawal: withdrawal, withdrawn, withdraw, withdraws, withdrew, pullback, pullout
approval: approval, approved, approve, approves
verification: verification, verified, verify, verifies
election: election, elections, elected, vote, referendum
notification: notification, notified, notice, notify, notifies
acceptance: acceptance, accepted, accept, accepts
exchange: exchange, exchanged
completion: completion, completed, complete
request: request, requested
payment: payment, paid
deposit: deposit, deposited
receipt: receipt, received, receive, receives
publication: publication, published, publish, publishes
expiry: expiry, expiration, expired, expires
accession: accession, acceded, accede, accedes
delivery: delivery, delivered
submission: submission, submitted
appointment: appointment, appointed
release: release, released
commencement: commencement, commenced
"""

LATER_EVENTS = """
establishment: establishment, established, establishes
formation: formation, formed
deployment: deployment, deployed, deploys
arrival: arrival, arrived, arrives
departure: departure, departed, departs
transfer: transfer, transferred
handover: handover, handed
termination: termination, terminated, terminates
dissolution: dissolution, dissolved
registration: registration, registered
demobilisation: demobilisation, demobilised, demobilization, demobilized
disarmament: disarmament, disarmed
declaration: declaration, declared, declares
announcement: announcement, announced, announces
inauguration: inauguration, inaugurated
surrender: surrender, surrendered
detention: detention, detained
arrest: arrest, arrested
occurrence: occurrence, occurred, occurs
discovery: discovery, discovered
expulsion: expulsion, expelled
inspection: inspection, inspected
opening: opening, opened, reopening, reopened
closure: closure, closed
certification: certification, certified, certifies
proclamation: proclamation, proclaimed
convocation: convocation, convened
installation: installation, installed
implementation: implementation, implemented
liberation: liberation, liberated
repatriation: repatriation, repatriated
return: return, returned
destruction: destruction, destroyed
lifting: lifting, lifted
suspension: suspension, suspended
"""

TIMES = """
1 / minute: minute, minutes
1 / hour: hour, hours
24 / hour: day, days
168 / hour: week, weeks
336 / hour: fortnight, fortnights
1 / month: month, months
12 / month: year, years
120 / month: decade, decades
"""

COLLECTIVES = """
all: the parties, both parties, both sides, both states, both countries, the two parties, the two sides,
    the two states, the two countries, the sides, all parties, all sides, each party, each side, each state,
    each of the parties, each of the sides, both of the parties, both of the sides, neither party, neither
    side, neither state, neither of the parties, neither of the sides, either party, either side, no party
other: the other, the other's, the other party, the other side, the other state, the other party's, the other
    side's, the other state's, each other, one another, each other's, one another's
"""

FREQUENCIES = """
24 / hour: daily, every day, each day, per day
168 / hour: weekly, every week, each week, per week
336 / hour: fortnightly, every fortnight, biweekly
1 / month: monthly, every month, each month, per month
3 / month: quarterly, every quarter, each quarter
6 / month: half yearly, semi annually, semiannually, twice a year, twice yearly
12 / month: yearly, annually, annual, every year, each year, per year, per annum, once a year
"""

AGES = """
of: aged, age of, ages of
"""

AGED = """
old: of age, old
"""
