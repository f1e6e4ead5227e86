"""The words that references are written with in French."""

WORDS = {
    "provisions": """
        article: article art. | articles arts.
        point: point | points
        paragraph: paragraphe | paragraphes
        subparagraph: alinéa al. sous-paragraphe | alinéas sous-paragraphes
        section: section sect. | sections
        clause: clause | clauses
        rule: règle | règles
        item: lettre rubrique | lettres rubriques
        chapter: chapitre chap. | chapitres
        annex: annexe appendice | annexes appendices
        part: partie |
        title: titre | titres
    """,
    "acts": """
        resolution: résolution | résolutions
        regulation: règlement | règlements
        directive: directive | directives
        decree: décret | décrets
    """,
    "capital_acts": """
        case: affaire | affaires
        act: acte | actes
        law: loi | lois
        decision: décision | décisions
        order: arrêté ordonnance | arrêtés ordonnances
        protocol: protocole | protocoles
        convention: convention | conventions
        treaty: traité | traités
    """,
    "labels": """
        version: version | versions
        page: page p. | pages pp.
        footnote: note | notes
        class: classe | classes
        option: option variante | options variantes
        volume: volume tome vol. | volumes tomes
        phase: phase | phases
    """,
    "capital_labels": """
        stage: étape | étapes
        table: tableau | tableaux
        figure: figure | figures
        map: carte | cartes
        zone: zone | zones
        category: catégorie | catégories
        group: groupe | groupes
        type: type | types
    """,
    "number_signs": "n no nos numéro numéros",
    "ands": "et",
    "ors": "ou ni et/ou",
    "ranges": "à au",
    "of": "de du des d",
    "to": "à au dans",
    "articles": "la le les l ladite ledit cette ce cet leur son sa",
    "here": "présent présente présents présentes",
    "here_after": "ci-dessus ci-dessous ci-après susmentionné susvisé",
    "elsewhere_after": "",
    "acts_named": """
        traité convention charte pacte protocole loi constitution statut code directive règlement résolution
        décret
    """,
    "selves": """
        plan accord document texte projet proposition mémorandum déclaration cadre traité protocole
        convention
    """,
    "closers": """
        de du des d la le les ci-dessus ci-dessous en dans par pour avec sans sous est sont sera seront peut
        peuvent doit doivent ne s se ainsi qui que si à au aux et ou ni mais reste restent relatif relatifs
        relatives applique appliquent prévoit prévoient inclus vers dès hors plus moins tous toutes ces ses leurs nos mais puis
        après selon lors alors jamais toujours sauf néanmoins ailleurs certes ceux celles lesquels lesquelles dont
    """,
    "counted_endings": "s x",
    "open_endings": """
        és ées is ies us ues its ites ants antes ents entes bles ifs ives aux elles iers ières aires
    """,
    "capitals_counted": "yes",
    "streets_before": "rue avenue boulevard quai chemin impasse allée",
}
