"""English duties and denials: closed lists; what is missing here is not reported.

A line begins with the meaning, continues with phrases parted by commas, and may run on indented.
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
6: undertakes that, undertake that, promises that, promise that, guarantees that, guarantee that,
    undertakes to, undertake to, undertakes, undertake, commits to, commit to, commits itself to, commit
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
not a negation: under no circumstances more than, under no circumstances later than, in no case more than, in no
    case later than, in no event more than, in no event later than, not longer than, no longer than, not shorter than, no shorter than, not older than, no older than,
    not younger than, not only, not limited to, by no means limited to, no later than, not later than, no more
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
