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
    all time, without limit of time, without time limit, without limitation in time, for an unlimited period
lasting / temporary: temporary, temporarily, provisional, provisionally, on a temporary basis, interim,
    for the time being, for a limited period, transitional, for a transitional period, ad interim
speed / at once: immediately, immediate, at once, forthwith, without delay, without any delay, with
    immediate effect, instantly, right away, with no delay
speed / step by step: gradually, gradual, step by step, in stages, in phases, phased, progressively, by
    stages, stage by stage, in a phased manner
case / case by case: case by case, on a case by case basis, individually
law / de facto: de facto
law / de jure: de jure
extent / full: full, fully, in full, complete, completely, totally, entirely, entire, in its entirety,
    comprehensive, comprehensively, wholly
extent / partial: partial, partially, partly, in part
condition / unconditional: unconditional, unconditionally, without conditions, without preconditions,
    without any conditions, without condition
condition / conditional: conditional, conditionally
condition / subject to: subject to, provided that, on condition that, on the condition that, conditional
    on, conditional upon, only if, as long as, so long as, on the understanding that, contingent on,
    contingent upon
condition / unless: unless, except if, save where
exception / except: except, except for, with the exception of, other than, apart from, excluding, save
    for, save as, with the sole exception of
exception / exceptional: in exceptional circumstances, in exceptional cases, exceptionally, by way of
    exception
exception / normal: in normal circumstances, under normal circumstances, normally, ordinarily, as a rule
inclusion / including: including, included, inclusive of, to include, which includes, which include,
    inter alia, among others, among other things
hindrance / unhindered: unhindered, unimpeded, unrestricted, unfettered, unobstructed, without
    hindrance, without impediment, without restriction, without restrictions
exclusivity / only: only, solely, exclusively, exclusive, sole, alone
discretion / where appropriate: where appropriate, as appropriate, if appropriate, where applicable, as
    applicable, where relevant, as the case may be
discretion / where necessary: where necessary, as necessary, if necessary, if needed, as needed, where
    needed, if required, as required, where required, when necessary
discretion / as far as possible: as far as possible, where possible, if possible, to the extent
    possible, wherever possible, where feasible, to the greatest extent possible, to the maximum extent
    possible, to the fullest extent possible, as far as practicable, to the extent practicable, to the
    extent feasible, as far as feasible, insofar as possible, in so far as possible
discretion / in principle: in principle
discretion / voluntary: voluntary, voluntarily, on a voluntary basis, of their own free will, of its own
    free will, of their own accord, of its own accord
discretion / mandatory: mandatory, compulsory, obligatory
law in force / legally binding: legally binding, binds in law, bind in law, binding in law, binding under
    international law
law in force / not binding: nonbinding, non binding
return / irrevocable: irrevocable, irrevocably, irreversible, irreversibly
return / reversible: reversible, revocable
check / verifiable: verifiable, verifiably, verified, under verification
each / mutual: mutual, mutually, reciprocal, reciprocally, on a reciprocal basis
each / unilateral: unilateral, unilaterally, one sided
together / joint: joint, jointly
consent / by consent: by agreement of, with the consent of, with the agreement of, with the approval of,
    by consent of, subject to the consent of, subject to the agreement of, subject to the approval of
voting / unanimous: unanimous, unanimously, by unanimity
voting / by majority: by majority, by a majority, by simple majority, by a simple majority
none / none: by a majority of, by majority of
provoked / unprovoked: unprovoked, without provocation
cause / without cause: without cause
time / at any time: at any time
time / at all times: at all times, always, at every time, round the clock, around the clock
number / all: all
number / some: some, certain, several
number / most: most, the majority of
public / public: public, publicly, made public
public / confidential: confidential, confidentially, secret, secretly
"""

OBLIGATIONS = """
7: shall, must, has to, have to, is obliged to, are obliged to, be obliged to, is required to, are
    required to, be required to, is bound to, are bound to, is obligated to, are obligated to, cannot,
    can't, is under an obligation to, are under an obligation to, has an obligation to, have an
    obligation to, is under a duty to, are under a duty to, has a duty to, have a duty to, is compelled
    to, are compelled to, needs to
6: undertakes to, undertake to, undertakes, undertake, commits to, commit to, commits itself to, commit
    themselves to, pledges to, pledge to, is committed to, are committed to, binds itself to, bind
    themselves to, promises to, promise to, guarantees to, guarantee to
5: will, is to, are to
4: agrees to, agree to, agrees that, agree that, consents to, consent to
3: should, ought to, is encouraged to, are encouraged to, is invited to, are invited to, is urged to, are
    urged to, endeavours to, endeavour to, endeavors to, endeavor to, seeks to, seek to, strives to,
    strive to, aims to, aim to, intends to, intend to, is called upon to, are called upon to, makes every
    effort to, make every effort to, uses best efforts to, use best efforts to
2: may, can, is free to, are free to, is allowed to, are allowed to, is permitted to, are permitted to,
    is entitled to, are entitled to, has the right to, have the right to, might, could, is authorised
    to, are authorised to, is authorized to, are authorized to, is empowered to, are empowered to, is at
    liberty to, are at liberty to, reserves the right to, reserve the right to, retains the right to,
    retain the right to
1: is expected to, are expected to, it is expected that, is expected that, is envisaged to, is anticipated
    to, are anticipated to, are envisaged to, it is envisaged that, it is hoped that, expects to, expect
    to, hopes to, hope to
"""

NEGATIONS = """
not: not, by no means, cannot, no, none, never, neither, nobody, nothing, without, nor, no one, nowhere,
    don't, doesn't, didn't, won't, shan't, can't, mustn't, isn't, aren't, wasn't, weren't, shouldn't,
    rules out, rule out, ruled out, ruling out, refrains from, refrain from, refraining from, abstains
    from, abstain from, prohibits, prohibit, prohibited, forbids, forbid, forbidden, bans, ban, banned,
    desists from, desist from, is excluded, are excluded, be excluded, renounces, renounce, renounced,
    rejects, reject, rejected, outlaws, outlaw, outlawed, exempt from, exempts from, exempted from,
    immune from, bars from, barred from, debarred from, precludes, preclude, precluded, refuses, refuse,
    refused, denies, deny, denied, withholds, withhold, withheld, fails to, fail to, failed to, failing
    to, in the absence of
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
    not in any way prejudge
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
from: from, as of, as from, since, after, starting, beginning, starting on, beginning on, with effect from
"""

BOUNDS = """
at most: up to, at most, no more than, not more than, a maximum of, maximum of, not exceeding, not
    exceed, capped at, limited to, to a maximum of, a ceiling of, fewer than, less than, not to exceed,
    under, at the most, no higher than, no greater than, not greater than, does not exceed, do not
    exceed, shall not exceed, must not exceed, may not exceed, a cap of, restricted to, below
at least: at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum
    of, more than, over, in excess of, above, at the least, no lower than, no smaller than, not below,
    exceeding, exceeds, exceed, upwards of, greater than, larger than, higher than, a floor of
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

LIMITS = """
within: within, in, within the first, inside, no later than, not later than, in no more than, in less
    than, within no more than, within a period of, within a maximum of, in under, by no later than, not
    more than, no more than, in at most, within at most
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
