"""The words that references are written with in Spanish."""

WORDS = {
    "provisions": """
        article: artículo art. | artículos arts.
        point: punto | puntos
        paragraph: párrafo apartado párr. | párrafos apartados
        section: sección | secciones
        clause: cláusula | cláusulas
        rule: regla | reglas
        item: letra inciso | letras incisos
        chapter: capítulo | capítulos
        annex: anexo apéndice | anexos apéndices
        part: parte | partes
        title: título | títulos
    """,
    "acts": """
        resolution: resolución | resoluciones
        regulation: reglamento | reglamentos
        directive: directiva | directivas
    """,
    "capital_acts": """
        law: ley | leyes
        decree: decreto | decretos
        decision: decisión | decisiones
        protocol: protocolo | protocolos
    """,
    "labels": """
        version: versión | versiones
        page: página pág. | páginas págs.
        footnote: nota | notas
        class: clase | clases
    """,
    "number_signs": "núm núms n",
    "ands": "y e",
    "ors": "o u y/o",
    "ranges": "a al",
    "of": "de del",
    "to": "en a al",
    "articles": "la el los las dicho dicha",
    "here": "este esta presente presentes",
    "here_after": "supra infra anterior",
    "acts_named": """
        tratado convención carta pacto protocolo ley constitución estatuto código directiva reglamento
        resolución convenio
    """,
    "selves": "plan acuerdo documento texto borrador propuesta tratado convenio",
    "closers": """
        de del la el los las es son será serán puede pueden se no en por para con sin que si y o supra infra
        anterior anteriores aplica aplican más además quizás menos tras antes después entonces sus estos estas dichos dichas todos
        todas ellos ellas salvo
    """,
    "counted_endings": "s",
    "open_endings": "dos das tos tas sos sas ntes bles ales iores ivos ivas arios arias",
    "capitals_counted": "yes",
    "streets_numbered": "calle avenida plaza paseo",
}
