"""French phrases by meaning: closed lists; what is missing here is not reported.

A line begins with the meaning, continues with phrases parted by commas, and may run on indented.
"""

OBLIGATIONS = """
7: doit, doivent, devra, devront, est tenu de, est tenue de, sont tenus de, sont tenues de, sera tenu de, seront
    tenus de, est tenu à, est obligé de, est obligée de, sont obligés de, sont obligées de, a l'obligation de, ont
    l'obligation de, est dans l'obligation de, sont dans l'obligation de, est astreint à, sont astreints à
7 (weak): tenu de, tenue de, tenus de, tenues de, obligation de, est obligatoire, sont obligatoires, il faut, exige
    que, exigent que, exige, exigent
6: s'engage à, s'engagent à, s'oblige à, s'obligent à, prend l'engagement de, prennent l'engagement de, promet de,
    promettent de, se charge de, se chargent de, est engagé à, s'est engagé à, se sont engagés à, garantit de
6 (weak): engagement de, engagement à, s'engageant à
4: convient de, conviennent de, consent à, consentent à, accepte de, acceptent de, est convenu de, sont convenus de,
    convient que, conviennent que
4 (weak): demande à, demandent à, demande que
3: devrait, devraient, s'efforce de, s'efforcent de, s'efforcera de, s'efforceront de, est encouragé à, est
    encouragée à, sont encouragés à, sont encouragées à, est invité à, est invitée à, sont invités à, sont invitées
    à, s'emploie à, s'emploient à, cherche à, cherchent à, tente de, tentent de, essaie de, essaient de, veille à,
    veillent à, fait de son mieux pour, font de leur mieux pour, met tout en œuvre pour, mettent tout en œuvre pour,
    fait tous ses efforts pour, font tous leurs efforts pour, a l'intention de, ont l'intention de
3 (weak): encourage, encouragent, invite, invitent, recommande, recommandent, exhorte, exhortent, prie, prient, vise
    à, visent à
2: peut, peuvent, pourra, pourront, a le droit de, ont le droit de, est autorisé à, est autorisée à, sont autorisés
    à, sont autorisées à, est libre de, sont libres de, a la faculté de, ont la faculté de, est habilité à, est
    habilitée à, sont habilités à, sont habilitées à, a le pouvoir de, ont le pouvoir de, se réserve le droit de, se
    réservent le droit de, est en droit de, sont en droit de, a la possibilité de, ont la possibilité de
2 (weak): droit de, droit à, faculté de, pourrait, pourraient, est permis, sont permis, est permise, sont permises, est
    autorisé, sont autorisés, est autorisée, sont autorisées, permet, permettent
1: est censé, est censée, sont censés, sont censées, il est prévu que, espère, espèrent
"""

NEGATIONS = """
not (weak): absence de, manque de, défaut de, cesse de, cessent de, renonciation à, refus de, exclu, exclue, exclus,
    exclues
need not: n'est pas tenu de, n'est pas tenue de, ne sont pas tenus de, ne sont pas tenues de, n'est pas obligé de,
    ne sont pas obligés de, n'a pas l'obligation de, n'ont pas l'obligation de, n'a pas à, n'ont pas à
not: ne, n', sans, interdit, interdite, interdits, interdites, interdisent, prohibé, prohibée, prohibés, prohibées,
    proscrit, proscrite, proscrits, proscrites, s'abstient de, s'abstiennent de, s'interdit de, s'interdisent de,
    renonce à, renoncent à, exclut, excluent, refuse de, refusent de, rejette, rejettent, non, pas de, ni
"""

NOT_NEGATIONS = """
not a negation: n'excède pas, n'excèdent pas, n'excédant pas, ne dépasse pas, ne dépassent pas, ne dépassant pas, ne
    peut excéder, ne peut dépasser, ne doit pas dépasser, ne doit pas excéder, sans délai, sans retard, sans tarder,
    sans préjudice de, sans préjudice des, sans préjudice du, sans condition, sans conditions, sans préavis de, non
    seulement, sans entrave, sans entraves, sans restriction, sans restrictions, sans réserve, sans limite, sans
    limite de temps, sans limitation de durée, sans exception, n'est pas inférieur à, n'est pas supérieur à, ne sont
    pas inférieurs à, ne peut être inférieur à, ne peut être supérieur à
"""

QUALIFIERS = """
time of war / peacetime: en temps de paix
time of war / wartime: en temps de guerre
lasting / permanent: permanent, permanente, permanents, permanentes, en permanence, à titre permanent, définitif,
    définitive, définitivement, indéfiniment, à perpétuité, pour une durée indéterminée, pour une durée illimitée,
    perpétuel, perpétuelle, à jamais, sans limitation de durée, sans limite de temps
lasting / temporary: temporaire, temporaires, temporairement, provisoire, provisoires, provisoirement, à titre
    provisoire, à titre temporaire, transitoire, transitoires, à titre transitoire, pour une durée limitée,
    intérimaire, intérimaires
speed / at once: immédiatement, immédiat, immédiate, immédiats, immédiates, sans délai, sans retard, sans tarder,
    aussitôt, sur-le-champ, avec effet immédiat, dans l'immédiat
speed / step by step: progressivement, progressif, progressive, progressifs, progressives, graduellement, graduel,
    graduelle, par étapes, par phases, par paliers, étape par étape
case / case by case: au cas par cas, cas par cas
law / de facto: de facto, de fait
law / de jure: de jure, de droit
extent / full: total, totale, totaux, totales, totalement, complet, complète, complets, complètes, complètement,
    intégral, intégrale, intégralement, entièrement, en totalité, pleinement, dans son intégralité, dans leur
    intégralité
extent / partial: partiel, partielle, partiels, partielles, partiellement, en partie
condition / unconditional: inconditionnel, inconditionnelle, inconditionnels, inconditionnelles,
    inconditionnellement, sans condition, sans conditions, sans conditions préalables
condition / subject to: sous réserve de, sous réserve des, sous réserve du, sous réserve que, à condition que, à
    condition de, pour autant que, pourvu que, à la condition que, dans la mesure où, moyennant
condition / if (weak): si, s'il, s'ils, s'elle, en cas de, au cas où, dans le cas où, lorsque
condition / unless: à moins que, à moins de, sauf si, sauf lorsque, excepté si, sauf dans le cas où
exception / except: sauf, excepté, hormis, hors, à l'exception de, à l'exception des, à l'exception du, à l'exclusion
    de, à l'exclusion des, exception faite de, autre que, autres que, en dehors de, en dehors des
exception / exceptional: à titre exceptionnel, exceptionnellement, dans des cas exceptionnels, dans des circonstances
    exceptionnelles
exception / normal: normalement, en principe, en règle générale, habituellement, dans des circonstances normales
exception / including: y compris, dont, notamment, entre autres, incluant, inclus, incluse, incluses
hindrance / unhindered: sans entrave, sans entraves, librement, sans restriction, sans restrictions, sans obstacle
exclusivity / only: seulement, uniquement, exclusivement, exclusif, exclusive, seul, seule, seuls, seules
discretion / where appropriate: le cas échéant, s'il y a lieu, selon le cas, en tant que de besoin
discretion / where necessary: si nécessaire, au besoin, en cas de besoin, si besoin est, lorsque c'est nécessaire
discretion / as far as possible: dans la mesure du possible, autant que possible, si possible, dans toute la mesure du
    possible, lorsque c'est possible
discretion / voluntary: volontaire, volontaires, volontairement, à titre volontaire, de leur plein gré, de son plein
    gré
discretion / mandatory: obligatoire, obligatoires, obligatoirement
law in force / legally binding: juridiquement contraignant, juridiquement contraignante, juridiquement contraignants
law in force / otherwise binding: politiquement contraignant, moralement contraignant
return / irrevocable: irrévocable, irrévocables, irrévocablement, irréversible, irréversibles
return / reversible: réversible, réversibles, révocable, révocables
check / verifiable: vérifiable, vérifiables, vérifié, vérifiée
each / mutual: mutuel, mutuelle, mutuels, mutuelles, mutuellement, réciproque, réciproques, réciproquement
each / unilateral: unilatéral, unilatérale, unilatéraux, unilatérales, unilatéralement
together / joint: conjoint, conjointe, conjoints, conjointes, conjointement
together / joint (weak): ensemble, commun, commune, communs, communes
voting / unanimous: unanime, unanimes, à l'unanimité, unanimement
voting / by majority: à la majorité, à la majorité simple, à la majorité qualifiée, à la majorité absolue
time / at any time: à tout moment, en tout temps
time / at all times: toujours, en permanence, à tout instant
public / public: public, publique, publics, publiques, publiquement
public / confidential: confidentiel, confidentielle, confidentiels, confidentielles, confidentiellement, secret,
    secrète, secrets, secrètes, à titre confidentiel
price / free: gratuit, gratuite, gratuits, gratuites, gratuitement, à titre gratuit, sans frais
extent in space / everywhere: sur tout le territoire, sur l'ensemble du territoire, partout
extent in space / in parts: dans certaines parties, dans une partie, dans des parties
"""

BOUNDS = """
at most: au plus, au maximum, jusqu'à, un maximum de, tout au plus, ne dépassant pas, n'excédant pas, moins de,
    inférieur à, inférieure à, inférieurs à, plafonné à, plafonnée à, limité à, limitée à, limités à, pas plus de,
    n'excède pas, ne dépasse pas, ne dépassent pas, n'excèdent pas, un plafond de, inférieures à
at least: au moins, au minimum, un minimum de, plus de, supérieur à, supérieure à, supérieurs à, supérieures à, pas
    moins de, dépassant, excédant, un plancher de, n'est pas inférieur à
about: environ, approximativement, près de, autour de, quelque, à peu près
"""

BOUNDS_AFTER = """
at most: au plus, au maximum, ou moins, tout au plus
at least: au moins, au minimum, ou plus, et plus
about: environ
"""

LIMITS = """
within: dans les, dans le, dans la, dans, dans un délai de, dans un délai maximal de, dans un délai maximum de, dans
    un délai d', sous, en, au plus tard, au plus tard dans les, dans un délai qui ne dépasse pas, d'ici, dans un
    délai ne dépassant pas, dans une période de, avant l'expiration de
after: après, au bout de, à l'issue de, passé
before: avant
"""

CONNECTORS = """
after / 7: une fois, dès, après, suivant, à la suite de, lorsque, aussitôt que, dès que, à l'issue de, à compter de, à
    compter du, à partir de, à partir du, qui suivent, suivants
after / 0: de, du, de la
before / 7: avant, préalablement à
until / 7: jusqu'à, jusqu'au, en attendant
"""

PROMPT = """
asap: dès que possible, aussitôt que possible, le plus tôt possible, au plus vite, le plus rapidement possible, dans
    les plus brefs délais, dans les meilleurs délais, aussi rapidement que possible
reasonable time: dans un délai raisonnable, en temps utile, en temps voulu
"""

RELATIONS = """
by: au plus tard le, avant le, jusqu'au, d'ici au, d'ici le, avant, jusqu'en, d'ici à
from: à partir du, à compter du, dès le, depuis le, après le, depuis, à partir de, à compter de, dès
"""

YEAR_PARTS = """
early: début, au début de
mid: mi, milieu
late: fin, à la fin de
spring: printemps
summer: été
autumn: automne
winter: hiver
"""

EVENTS = """
signature: signature, signé, signée, signés, signées
force: vigueur, effet
ratification: ratification, ratifié, ratifiée, ratifiés
adoption: adoption, adopté, adoptée
ceasefire: cessez-le-feu, trêve, armistice
conclusion: conclusion, conclu, conclue
withdrawal: retrait, retiré, retirée, retirés
approval: approbation, approuvé, approuvée
verification: vérification, vérifié, vérifiée
election: élection, élections, scrutin, vote, référendum
notification: notification, notifié, notifiée
acceptance: acceptation, accepté, acceptée
exchange: échange, échangé, échangés
completion: achèvement, achevé, achevée
request: demande
payment: paiement, versement, payé, versé
deposit: dépôt, déposé
receipt: réception, reçu, reçue
publication: publication, publié, publiée
expiry: expiration, expiré, échéance
accession: adhésion
delivery: livraison, livré
appointment: nomination, nommé
release: libération, libéré, libérés
"""

LABELS = """
article: article, articles, art
point: point, points
paragraph: paragraphe, paragraphes, par, alinéa, alinéas
section: section, sections
chapter: chapitre, chapitres
annex: annexe, annexes, appendice
protocol: protocole, protocoles
part: partie, parties
resolution: résolution, résolutions
title: titre, titres
table: tableau
page: page, pages
directive: directive, directives
regulation: règlement, règlements
decision: décision, décisions
convention: convention, conventions
rule: règle, règles
phase: phase, phases
footnote: note, notes
number: no, nº, n°, numéro, numéros
"""

NOUNS = """
people: personnes, personne, hommes, soldats, militaires, membres, individus, effectifs
prisoner: prisonniers, prisonnier, détenus, détenu, captifs
country: pays, états, état, nations
observer: observateurs, observateur, moniteurs
"""

COLLECTIVES = """
all: les parties, les deux parties, chaque partie, les deux états, les deux camps, chaque camp, toutes les parties,
    aucune partie, aucune des parties, chacune des parties
other: l'autre, l'autre partie, l'autre camp, l'un l'autre
"""

OPPOSITES = """
compass / north: nord, septentrional, septentrionale
compass / south: sud, méridional, méridionale
compass / east: à l'est, oriental, orientale
compass / west: ouest, occidental, occidentale
hours / day: de jour
hours / night: de nuit
sides / inside: à l'intérieur de, à l'intérieur du
sides / outside: à l'extérieur de, à l'extérieur du
height / above: au-dessus de, au-dessus du
height / below: au-dessous de, au-dessous du
compared / more: plus de
compared / less: moins de
compared / no more: au plus, pas plus de
compared / no less: au moins, pas moins de
weight / heavy: lourd, lourde, lourds, lourdes
weight / light: léger, légère, légers, légères
origin / national: national, nationale, nationaux, nationales
origin / foreign: étranger, étrangère, étrangers, étrangères
origin / international: international, internationale, internationaux, internationales
origin / local: local, locale, locaux, locales
change / up: augmente, augmentent, augmenter, relève, relèvent, relever
change / down: diminue, diminuent, diminuer, réduit, réduisent, réduire, abaisse, abaisser
majority / absolute: majorité absolue
majority / simple: majorité simple
majority / qualified: majorité qualifiée
majority / relative: majorité relative
"""
