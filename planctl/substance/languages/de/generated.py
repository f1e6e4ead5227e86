"""Words from Unicode's CLDR.

Written by bench/substance_tables.py, not by hand.
"""

DECIMAL = ","
GROUP = "."

MONTHS = """
1: januar, jan
2: februar, feb
3: märz, mär
4: april, apr
5: mai
6: juni, jun
7: juli, jul
8: august, aug
9: september, sept, sep
10: oktober, okt
11: november, nov
12: dezember, dez
"""

UNITS = """
kilometer: kilometer, km
meter: meter, m
centimeter: zentimeter, cm
millimeter: millimeter, mm
mile: meilen, meile, mi
yard: yards, yard, yd
foot: fuß, ft
nautical-mile: seemeilen, seemeile, sm
square-kilometer: quadratkilometer, km²
hectare: hektar, ha
square-meter: quadratmeter, m²
square-mile: quadratmeilen, quadratmeile, mi²
acre: acres, acre, ac
tonne: tonnen, tonne, t
kilogram: kilogramm, kg
gram: gramm, g
milligram: milligramm, mg
microgram: mikrogramm, μg
pound: pfund, lb
ounce: unzen, unze, oz
liter: liter, l
milliliter: milliliter, ml
hectoliter: hektoliter, hl
cubic-meter: kubikmeter, m³
cubic-kilometer: kubikkilometer, km³
barrel: barrel, bbl
gigawatt: gigawatt, gw
megawatt: megawatt, mw
kilowatt: kilowatt, kw
watt: watt
kilowatt-hour: kilowattstunden, kilowattstunde, kwh
kilometer-per-hour: kilometer pro stunde, km/h
knot: knoten, kn
mile-per-hour: meilen pro stunde, meile pro stunde, mi/h
degree: grad
celsius: grad celsius, °c
fahrenheit: grad fahrenheit, °f
gigabyte: gigabyte, gb
megabyte: megabyte, mb
second: sekunden, sekunde
minute: minuten, minute
hour: stunden, stunde
day: tage, tag
week: wochen, woche
fortnight: fw
month: monate, monat
year: jahre, jahr
decade: jahrzehnte, jahrzehnt
century: jahrhunderte, jahrhundert
"""

CURRENCIES = """
GBP: britisches pfund, britische pfund
JPY: japanischer yen, japanische yen
CNY: chinesischer yuan, renminbi yuan
CAD: kanadischer dollar, kanadische dollar
AUD: australischer dollar, australische dollar
SEK: schwedische krone, schwedische kronen
NOK: norwegische krone, norwegische kronen
DKK: dänische krone, dänische kronen
PLN: polnischer złoty, polnische złoty
CZK: tschechische krone, tschechische kronen
HUF: ungarischer forint, ungarische forint
RON: rumänischer leu, rumänische leu
BGN: bulgarischer lew, bulgarische lew
UAH: ukrainische hrywnja, ukrainische hrywen
RUB: russischer rubel, russische rubel
BYN: weißrussischer rubel, weißrussische rubel
GEL: georgischer lari, georgische lari
AMD: armenischer dram, armenische dram
KZT: kasachischer tenge, kasachische tenge
ILS: israelischer neuer schekel, israelische neue schekel
EGP: ägyptisches pfund, ägyptische pfund
JOD: jordanischer dinar, jordanische dinar
LBP: libanesisches pfund, libanesische pfund
IRR: iranischer rial, iranische rial
IQD: irakischer dinar, irakische dinar
SYP: syrisches pfund, syrische pfund
INR: indische rupie, indische rupien
PKR: pakistanische rupie, pakistanische rupien
AFN: afghanischer afghani, afghanische afghani
KRW: südkoreanischer won, südkoreanische won
ZAR: südafrikanischer rand, südafrikanische rand
NGN: nigerianischer naira, nigerianische naira
ETB: äthiopischer birr, äthiopische birr
SDG: sudanesisches pfund, sudanesische pfund
MAD: marokkanischer dirham, marokkanische dirham
DZD: algerischer dinar, algerische dinar
TND: tunesischer dinar, tunesische dinar
BRL: brasilianischer real, brasilianische real
MXN: mexikanischer peso, mexikanische pesos
ARS: argentinischer peso, argentinische pesos
COP: kolumbianischer peso, kolumbianische pesos
CLP: chilenischer peso, chilenische pesos
"""
