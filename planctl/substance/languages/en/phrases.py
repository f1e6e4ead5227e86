"""English words for things, events and references: closed lists; what is missing here is not reported.

A line begins with the meaning, continues with phrases parted by commas, and may run on indented.
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

RELATIONS = """
by: by, no later than, not later than, before, until, till, up to, on or before
from: from, as of, as from, since, after, starting, beginning, starting on, beginning on, with effect
    from
"""

LIMITS = """
within: within, under no circumstances more than, under no circumstances later than, in no case more than, in no
    case later than, in no event more than, in no event later than, in, within the first, inside, no later than, not later than, in no more than, in less
    than, within no more than, within a period of, within a maximum of, in under, by no later than, not
    more than, no more than, in at most, within at most, at the latest, at the latest within, within at
    the latest, within a maximum period of, within a time limit of, within a term of, within the space
    of, in the space of, in a period of, before the expiry of, before the end of, by the end of, within
    not more than, in not more than
after: after, only after, no sooner than, not earlier than, not before
before: before
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

LABELS = """
article: article, articles, art, arts
point: point, points
subsection: subsection, subsections
footnote: footnote, footnotes
subparagraph: subparagraph, subparagraphs
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

AGES = """
of: aged, age of, ages of, older than, younger than
"""

AGED = """
old: of age, old
"""
