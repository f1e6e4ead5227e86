"""Words from Unicode's CLDR.

Written by bench/substance_tables.py, not by hand.
"""

DECIMAL = ","
GROUP = " "

MONTHS = """
1: janvier, janv
2: février, févr
3: mars
4: avril, avr
5: mai
6: juin
7: juillet, juil
8: août
9: septembre, sept
10: octobre, oct
11: novembre, nov
12: décembre, déc
"""

UNITS = """
kilometer: kilomètres, kilomètre, km
meter: mètres, mètre, m
centimeter: centimètres, centimètre, cm
millimeter: millimètres, millimètre, mm
mile: miles, mile, mi
yard: yards, yard, yd
foot: pieds, pied, pi
nautical-mile: milles marins, mille marin, nmi
square-kilometer: kilomètres carrés, kilomètre carré, km²
hectare: hectares, hectare, ha
square-meter: mètres carrés, mètre carré, m²
square-mile: milles carrés, mille carré, mi²
acre: acres anglo-saxonnes, acre anglo-saxonne, ac
tonne: tonnes, tonne, t
kilogram: kilogrammes, kilogramme, kg
gram: grammes, gramme, g
milligram: milligrammes, milligramme, mg
microgram: microgrammes, microgramme, μg
pound: livres, livre, lb
ounce: onces, once, oz
liter: litres, litre, l
milliliter: millilitres, millilitre, ml
hectoliter: hectolitres, hectolitre, hl
cubic-meter: mètres cubes, mètre cube, m³
cubic-kilometer: kilomètres cubes, kilomètre cube, km³
barrel: barils, baril, bbl
gigawatt: gigawatts, gigawatt, gw
megawatt: mégawatts, mégawatt, mw
kilowatt: kilowatts, kilowatt, kw
watt: watts, watt
kilowatt-hour: kilowatt-heures, kilowatt-heure, kwh
kilometer-per-hour: kilomètres par heure, kilomètre par heure, km/h
knot: nœuds, nœud, nd
mile-per-hour: miles par heure, mile par heure, mi/h
degree: degrés, degré
celsius: degrés celsius, degré celsius, °c
fahrenheit: degrés fahrenheit, degré fahrenheit, °f
gigabyte: gigaoctets, gigaoctet, go
megabyte: mégaoctets, mégaoctet, mo
second: secondes, seconde
minute: minutes, minute, min
hour: heures, heure, h
day: jours, jour
week: semaines, semaine
fortnight: fw
month: mois
year: ans, an
decade: décennies, décennie
century: siècles, siècle
"""

CURRENCIES = """
USD: dollar des états-unis, dollars des états-unis
EUR: euro, euros
GBP: livre sterling, livres sterling
JPY: yen japonais, yens japonais
CNY: yuan renminbi chinois, yuans renminbi chinois
CHF: franc suisse, francs suisses
CAD: dollar canadien, dollars canadiens
AUD: dollar australien, dollars australiens
NZD: dollar néo-zélandais, dollars néo-zélandais
SEK: couronne suédoise, couronnes suédoises
NOK: couronne norvégienne, couronnes norvégiennes
DKK: couronne danoise, couronnes danoises
PLN: zloty polonais, zlotys polonais
CZK: couronne tchèque, couronnes tchèques
HUF: forint hongrois, forints hongrois
RON: leu roumain, lei roumains
BGN: lev bulgare, levs bulgares
UAH: hryvnia ukrainienne, hryvnias ukrainiennes
RUB: rouble russe, roubles russes
BYN: rouble biélorusse, roubles biélorusses
GEL: lari géorgien, lari géorgiens
AMD: dram arménien, drams arméniens
AZN: manat azéri, manats azéris
KZT: tenge kazakh, tenges kazakhs
TRY: livre turque, livres turques
ILS: nouveau shekel israélien, nouveaux shekels israéliens
EGP: livre égyptienne, livres égyptiennes
JOD: dinar jordanien, dinars jordaniens
LBP: livre libanaise, livres libanaises
SAR: riyal saoudien, riyals saoudiens
AED: dirham des émirats arabes unis, dirhams des émirats arabes unis
QAR: riyal qatari, riyals qataris
IRR: riyal iranien, riyals iraniens
IQD: dinar irakien, dinars irakiens
SYP: livre syrienne, livres syriennes
INR: roupie indienne, roupies indiennes
PKR: roupie pakistanaise, roupies pakistanaises
AFN: afghani afghan, afghanis afghan
KRW: won sud-coréen, wons sud-coréens
ZAR: rand sud-africain, rands sud-africains
NGN: naira nigérian, nairas nigérians
KES: shilling kényan, shillings kényans
ETB: birr éthiopien, birrs éthiopiens
SDG: livre soudanaise, livres soudanaises
MAD: dirham marocain, dirhams marocains
DZD: dinar algérien, dinars algériens
TND: dinar tunisien, dinars tunisiens
BRL: réal brésilien, réals brésiliens
MXN: peso mexicain, pesos mexicains
ARS: peso argentin, pesos argentins
COP: peso colombien, pesos colombiens
CLP: peso chilien, pesos chiliens
SGD: dollar de singapour, dollars de singapour
"""
