"""Words from Unicode's CLDR.

Written by bench/substance_tables.py, not by hand.
"""

DECIMAL = ","
GROUP = "."

MONTHS = """
1: enero, ene
2: febrero, feb
3: marzo, mar
4: abril, abr
5: mayo, may
6: junio, jun
7: julio, jul
8: agosto, ago
9: septiembre, sept
10: octubre, oct
11: noviembre, nov
12: diciembre, dic
"""

UNITS = """
kilometer: kilómetros, kilómetro, km
meter: metros, metro, m
centimeter: centímetros, centímetro, cm
millimeter: milímetros, milímetro, mm
mile: millas, milla, mi
yard: yardas, yarda, yd
foot: pies, pie, ft
nautical-mile: millas náuticas, milla náutica, m
square-kilometer: kilómetros cuadrados, kilómetro cuadrado, km²
hectare: hectáreas, hectárea, ha
square-meter: metros cuadrados, metro cuadrado, m²
square-mile: millas cuadradas, milla cuadrada, mi²
acre: acres, acre, ac
tonne: toneladas, tonelada, t
kilogram: kilogramos, kilogramo, kg
gram: gramos, gramo, g
milligram: miligramos, miligramo, mg
microgram: microgramos, microgramo, μg
pound: libras, libra, lb
ounce: onzas, onza, oz
liter: litros, litro, l
milliliter: mililitros, mililitro, ml
hectoliter: hectolitros, hectolitro, hl
cubic-meter: metros cúbicos, metro cúbico, m³
cubic-kilometer: kilómetros cúbicos, kilómetro cúbico, km³
barrel: barriles, barril, bbl
gigawatt: gigavatios, gigavatio, gw
megawatt: megavatios, megavatio, mw
kilowatt: kilovatios, kilovatio, kw
watt: vatios, vatio
kilowatt-hour: kilovatios hora, kilovatio hora, kwh
kilometer-per-hour: kilómetros por hora, kilómetro por hora, km/h
knot: nudos, nudo, kn
mile-per-hour: millas por hora, milla por hora, mi/h
degree: grados, grado
celsius: grados celsius, grado celsius, °c
fahrenheit: grados fahrenheit, grado fahrenheit, °f
gigabyte: gigabytes, gigabyte, gb
megabyte: megabytes, megabyte, mb
second: segundos, segundo
minute: minutos, minuto, min
hour: horas, hora, h
day: días, día
week: semanas, semana
fortnight: fw
month: meses, mes
year: años, año
decade: décadas, década
century: siglos, siglo
"""

CURRENCIES = """
USD: dólar estadounidense, dólares estadounidenses
EUR: euro, euros
GBP: libra esterlina, libras esterlinas
JPY: yen japonés, yenes japoneses
CNY: yuan renminbi, yuanes renminbi
CHF: franco suizo, francos suizos
CAD: dólar canadiense, dólares canadienses
AUD: dólar australiano, dólares australianos
NZD: dólar neozelandés, dólares neozelandeses
SEK: corona sueca, coronas suecas
NOK: corona noruega, coronas noruegas
DKK: corona danesa, coronas danesas
PLN: esloti polaco, eslotis polacos
CZK: corona checa, coronas checas
HUF: forinto húngaro, forintos húngaros
RON: leu rumano, leus rumanos
BGN: leva búlgara, levas búlgaras
UAH: grivna ucraniana, grivnas ucranianas
RUB: rublo ruso, rublos rusos
BYN: rublo bielorruso, rublos bielorrusos
GEL: lari georgiano, laris georgianos
AMD: dram armenio, drams armenios
AZN: manat azerbaiyano, manats azerbaiyanos
KZT: tengue kazajo, tengues kazajos
TRY: lira turca, liras turcas
ILS: nuevo séquel israelí, nuevos séqueles israelíes
EGP: libra egipcia, libras egipcias
JOD: dinar jordano, dinares jordanos
LBP: libra libanesa, libras libanesas
SAR: rial saudí, riales saudíes
AED: dírham de los emiratos árabes unidos, dírhams de los emiratos árabes unidos
QAR: rial catarí, riales cataríes
IRR: rial iraní, riales iraníes
IQD: dinar iraquí, dinares iraquíes
SYP: libra siria, libras sirias
INR: rupia india, rupias indias
PKR: rupia pakistaní, rupias pakistaníes
AFN: afgani afgano, afganis afganos
KRW: won surcoreano, wons surcoreanos
ZAR: rand sudafricano, rands sudafricanos
NGN: naira nigeriano, nairas nigerianos
KES: chelín keniano, chelines kenianos
ETB: bir etíope, bires etíopes
SDG: libra sudanesa, libras sudanesas
XAF: franco cfa de áfrica central, francos cfa de áfrica central
XOF: franco cfa de áfrica occidental, francos cfa de áfrica occidental
MAD: dírham marroquí, dírhams marroquíes
DZD: dinar argelino, dinares argelinos
TND: dinar tunecino, dinares tunecinos
BRL: real brasileño, reales brasileños
MXN: peso mexicano, pesos mexicanos
ARS: peso argentino, pesos argentinos
COP: peso colombiano, pesos colombianos
CLP: peso chileno, pesos chilenos
SGD: dólar singapurense, dólares singapurenses
"""
