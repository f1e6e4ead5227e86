"""Words from Unicode's CLDR.

Written by bench/substance_tables.py, not by hand.
"""

DECIMAL = "."
GROUP = ","

MONTHS = """
1: january, jan
2: february, feb
3: march, mar
4: april, apr
5: may
6: june, jun
7: july, jul
8: august, aug
9: september, sep, sept
10: october, oct
11: november, nov
12: december, dec
"""

UNITS = """
kilometer: kilometers, kilometer, km, kilometres, kilometre
meter: meters, meter, m, metres, metre
centimeter: centimeters, centimeter, cm, centimetres, centimetre
millimeter: millimeters, millimeter, mm, millimetres, millimetre
mile: miles, mile, mi
yard: yards, yard, yd
foot: feet, foot, ft
nautical-mile: nautical miles, nautical mile, nmi
square-kilometer: square kilometers, square kilometer, km², square kilometres, square kilometre
hectare: hectares, hectare, ha
square-meter: square meters, square meter, m², square metres, square metre
square-mile: square miles, square mile, sq mi
acre: acres, acre, ac
tonne: metric tons, metric ton, t, tonnes, tonne
kilogram: kilograms, kilogram, kg
gram: grams, gram, g
milligram: milligrams, milligram, mg
microgram: micrograms, microgram, μg
pound: pounds, pound, lb
ounce: ounces, ounce, oz
liter: liters, liter, l, litres, litre
milliliter: milliliters, milliliter, ml, millilitres, millilitre
hectoliter: hectoliters, hectoliter, hl, hectolitres, hectolitre
cubic-meter: cubic meters, cubic meter, m³, cubic metres, cubic metre
cubic-kilometer: cubic kilometers, cubic kilometer, km³, cubic kilometres, cubic kilometre
barrel: barrels, barrel, bbl
gigawatt: gigawatts, gigawatt, gw
megawatt: megawatts, megawatt, mw
kilowatt: kilowatts, kilowatt, kw
watt: watts, watt
kilowatt-hour: kilowatt-hours, kilowatt hour, kwh, kilowatt-hour
kilometer-per-hour: kilometers per hour, kilometer per hour, km/h, kilometres per hour, kilometre
    per hour
knot: knots, knot, kn
mile-per-hour: miles per hour, mile per hour, mph
degree: degrees, degree, deg
celsius: degrees celsius, degree celsius, °c
fahrenheit: degrees fahrenheit, degree fahrenheit, °f
gigabyte: gigabytes, gigabyte, gb
megabyte: megabytes, megabyte, mb
second: seconds, second, sec, secs
minute: minutes, minute, min, mins
hour: hours, hour, hr, hrs
day: days, day
week: weeks, week, wks, wk
fortnight: fortnights, fortnight, fw
month: months, month, mths, mth
year: years, year, yrs, yr
decade: decades, decade, dec
century: centuries, century
"""

CURRENCIES = """
USD: us dollar, us dollars
EUR: euro, euros
GBP: british pound, british pounds
JPY: japanese yen
CNY: chinese yuan
CHF: swiss franc, swiss francs
CAD: canadian dollar, canadian dollars
AUD: australian dollar, australian dollars
NZD: new zealand dollar, new zealand dollars
SEK: swedish krona, swedish kronor
NOK: norwegian krone, norwegian kroner
DKK: danish krone, danish kroner
PLN: polish zloty, polish zlotys
CZK: czech koruna, czech korunas
HUF: hungarian forint, hungarian forints
RON: romanian leu, romanian lei
BGN: bulgarian lev, bulgarian leva
UAH: ukrainian hryvnia, ukrainian hryvnias
RUB: russian ruble, russian rubles, russian rouble, russian roubles
BYN: belarusian ruble, belarusian rubles, belarusian rouble, belarusian roubles
GEL: georgian lari, georgian laris
AMD: armenian dram, armenian drams
AZN: azerbaijani manat, azerbaijani manats
KZT: kazakhstani tenge, kazakhstani tenges
TRY: turkish lira
ILS: israeli new shekel, israeli new shekels
EGP: egyptian pound, egyptian pounds
JOD: jordanian dinar, jordanian dinars
LBP: lebanese pound, lebanese pounds
SAR: saudi riyal, saudi riyals
AED: uae dirham, uae dirhams
QAR: qatari riyal, qatari riyals
IRR: iranian rial, iranian rials
IQD: iraqi dinar, iraqi dinars
SYP: syrian pound, syrian pounds
INR: indian rupee, indian rupees
PKR: pakistani rupee, pakistani rupees
AFN: afghan afghani, afghan afghanis
KRW: south korean won
ZAR: south african rand
NGN: nigerian naira, nigerian nairas
KES: kenyan shilling, kenyan shillings
ETB: ethiopian birr, ethiopian birrs
SDG: sudanese pound, sudanese pounds
XAF: central african cfa franc, central african cfa francs
XOF: west african cfa franc, west african cfa francs
MAD: moroccan dirham, moroccan dirhams
DZD: algerian dinar, algerian dinars
TND: tunisian dinar, tunisian dinars
BRL: brazilian real, brazilian reals
MXN: mexican peso, mexican pesos
ARS: argentine peso, argentine pesos
COP: colombian peso, colombian pesos
CLP: chilean peso, chilean pesos
SGD: singapore dollar, singapore dollars
"""
