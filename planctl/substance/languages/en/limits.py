"""English qualifiers and bounds: closed lists; what is missing here is not reported.

A line begins with the meaning, continues with phrases parted by commas, and may run on indented.
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
condition / subject to: subject to, provided that, provided it, provided they, provided he, provided she, provided the,
    provided a, provided these, provided such, on condition that, on the condition that, conditional
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
exception / including: including, included, inclusive of, to include, which includes, which include,
    inter alia, among others, among other things, amongst others, amongst other things, among them,
    amongst them
exception / including (weak): includes, include, such as, comprising, encompassing, of whom, of which,
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
public / public: public, publicly, made public, in public
public / confidential: held in confidence, kept in confidence, treated in confidence, confidential,
    confidentially, secret, secretly, in secret, in secrecy
price / free: free of charge, free of any charge, free of cost, at no cost, at no charge, without
    charge, without payment, gratis, without cost
public / public (weak): published, publish, publishes
"""

BOUNDS = """
at most: up to, under no circumstances more than, in no case more than, in no event more than, not longer than, no longer than, younger than, not older than, no older than, under the age of, below the age of, at most, no more than, not more than, a maximum of,
    maximum of, not exceeding, not exceed, capped at, limited to, to a maximum of, a ceiling of, fewer
    than, less than, not to exceed, under, at the most, no higher than, no greater than, not greater
    than, does not exceed, do not exceed, a cap of, restricted to, below, not be more than, not be
    larger than, no larger than, not be greater than, not be higher than, not be over, not be above
at least: at least, older than, longer than, not shorter than, no shorter than, not younger than, over the age of, above the age of, no fewer than, no less than, not less than, not
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

COLLECTIVES = """
all: the parties, both parties, both sides, both states, both countries, the two parties, the two sides,
    the two states, the two countries, the sides, all parties, all sides, each party, each side, each state,
    each of the parties, each of the sides, both of the parties, both of the sides, neither party, neither
    side, neither state, neither of the parties, neither of the sides, either party, either side, no party
other: the other, the other's, the other party, the other side, the other state, the other party's, the other
    side's, the other state's, each other, one another, each other's, one another's
"""

OPPOSITES = """
compass / north: north, northern, northward, northwards
compass / south: south, southern, southward, southwards
compass / east: east, eastern, eastward, eastwards
compass / west: west, western, westward, westwards
hours / day: by day, daytime, in the daytime
hours / night: by night, at night, night time
space / everywhere: throughout, across the whole of, everywhere in, in all parts of, in the whole of
space / in parts: in parts of, in part of, in some parts of, in certain parts of
order / first: first
order / last: last
sides / inside: inside
sides / outside: outside
height / above: above
height / below: below
stream / up: upstream
stream / down: downstream
compared / more: more than
compared / less: less than, fewer than
compared / no more: not more than, no more than, at most
compared / no less: not less than, no fewer than, no less than, at least
weight / heavy: heavy
weight / light: light
origin / domestic: domestic
origin / foreign: foreign
origin / national: national
origin / international: international
origin / local: local
openness / private: private
change / up: increase, raise, increased, raised, increases, raises, increasing, raising
change / down: decrease, reduce, lower, decreased, reduced, lowered, decreases, reduces, lowers, decreasing,
    reducing, lowering
majority / absolute: absolute majority
majority / simple: simple majority
majority / qualified: qualified majority
majority / two thirds: two thirds majority
majority / three quarters: three quarters majority
"""
