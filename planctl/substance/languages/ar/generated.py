"""Words from Unicode's CLDR.

Written by bench/substance_tables.py, not by hand.
"""

DECIMAL = "."
GROUP = ","

MONTHS = """
1: يناير
2: فبراير
3: مارس
4: أبريل
5: مايو
6: يونيو
7: يوليو
8: أغسطس
9: سبتمبر
10: أكتوبر
11: نوفمبر
12: ديسمبر
"""

UNITS = """
kilometer: كيلومتر, كيلومترات, كم
meter: متر, أمتار, متران
centimeter: سنتيمتر, سم
millimeter: مليمتر, مم
mile: ميل, ميلان, أميال
yard: ياردة
foot: قدم
nautical-mile: ميل بحري
square-kilometer: كيلومتر مربع, كم²
hectare: هكتار
square-meter: متر مربع, م²
square-mile: ميل مربع, ميل²
acre: فدان
tonne: طن متري, ط.م
kilogram: كيلوغرام, كغم
gram: غرام, غرامان, غرامات
milligram: مليغرام, مغم
microgram: ميكروغرام, مكغم
pound: رطل, رطلان
ounce: أونصة
liter: لتر
milliliter: مليلتر, ملتر
hectoliter: هكتولتر
cubic-meter: متر مكعب, م³
cubic-kilometer: كيلومتر مكعب, كم³
barrel: برميل, برميلان, براميل
gigawatt: غيغا واط, غ واط
megawatt: ميغا واط, م واط
kilowatt: كيلوواط
watt: واط
kilowatt-hour: كيلو واط/ساعة, ك.و.س
kilometer-per-hour: كيلومتر في الساعة, كم/س
knot: عقدة
mile-per-hour: ميل في الساعة, ميل/س
degree: درجة, درجتان, درجات
celsius: درجة مئوية
fahrenheit: درجة فهرنهايت
gigabyte: غيغابايت, غ.ب
megabyte: ميغابايت, م.ب
second: ثانية, ثانيتان, ثوان, ث
minute: دقيقة, دقيقتان, دقائق, د
hour: ساعة, ساعتان, ساعات, س
day: يوم, يومان, أيام
week: أسبوع, أسبوعان, أسابيع
fortnight: fw
month: شهر, شهران, أشهر
year: سنة, سنتان, سنوات, سنة واحدة
decade: عقد, عقدان, عقود
century: قرن, قرنان, قرون
"""

CURRENCIES = """
GEL: لاري جورجي
AZN: مانت أذربيجاني
EGP: جنيه مصري, جنيهان مصريان, جنيهات مصرية, جنيهًا مصريًا
LBP: ليرة لبنانية, ليرات لبنانية
AFN: أفغاني أفغانستاني
SDG: جنيه سوداني, جنيهات سودانية, جنيهًا سودانيًا
MAD: درهم مغربي, درهمان مغربيان, دراهم مغربية, درهمًا مغربيًا
DZD: دينار جزائري, ديناران جزائريان, دينارات جزائرية, دينارًا جزائريًا
TND: دينار تونسي, ديناران تونسيان, دينارات تونسية, دينارًا تونسيًا
"""
