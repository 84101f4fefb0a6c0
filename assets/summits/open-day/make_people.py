#!/usr/bin/env python3
"""Writes people.csv and delegations.toml of the open day: 600 invented people, the same ones every time.

Run it in this folder only to change how the roster is invented; the two files it writes are the truth, are edited by
hand like any other summit's, and are not made again by the build. Python 3 standard library only.

Every surname, firm and institute is invented, and given names are dealt at random: nobody here is meant. Mail goes to
example.org, telephone numbers begin with +999, which no country has.
"""

import csv
import random

PEOPLE = 600
MATERIALS_SEATS = 96  # capacity of room 2.04 in places.toml: the test of this summit holds the two together
FORUMS = ["biomedicine", "energy", "equipment", "materials", "information"]
SPEAKERS_OF_FORUM = 4

COLUMNS = ["id", "native_name", "native_language", "latin_name", "other_names", "form_of_address",
           "organisation:en", "organisation:zh", "organisation:de", "organisation:fr", "organisation:ru",
           "organisation:ko", "organisation:ar", "country", "category", "language", "delegation", "seat", "forums",
           "admitted_from", "admitted_until", "email", "phone", "code", "note"]

# How many people write their names in which language, and where they come from.
SHARES = {"zh-Hans": 252, "zh-Hant": 10, "en": 106, "de": 70, "fr": 60, "ko": 40, "ru": 36, "ar": 26}
COUNTRIES = {"zh-Hans": ["CN"], "zh-Hant": ["HK", "TW", "MO"], "en": ["GB", "US", "US", "SG", "AU", "IE", "CA"],
             "de": ["DE", "DE", "DE", "AT", "CH"], "fr": ["FR", "FR", "FR", "BE", "CH", "CA"], "ko": ["KR"],
             "ru": ["RU", "RU", "KZ"], "ar": ["AE", "SA", "EG", "MA", "JO"]}
SCREENS = {"zh-Hans": ["zh"], "zh-Hant": ["zh"], "en": ["en"], "de": ["de", "de", "de", "en"],
           "fr": ["fr", "fr", "fr", "en"], "ko": ["en", "en", "zh"], "ru": ["en", "en", "de"],
           "ar": ["en", "en", "fr"]}

HAN_SURNAMES = [("白", "白", "Bai"), ("苏", "蘇", "Su"), ("陆", "陸", "Lu"), ("沈", "沈", "Shen"), ("顾", "顧", "Gu"),
                ("叶", "葉", "Ye"), ("江", "江", "Jiang"), ("程", "程", "Cheng"), ("许", "許", "Xu"),
                ("温", "溫", "Wen"), ("乔", "喬", "Qiao"), ("秦", "秦", "Qin"), ("阮", "阮", "Ruan"),
                ("夏", "夏", "Xia"), ("祁", "祁", "Qi"), ("庄", "莊", "Zhuang"), ("吕", "呂", "Lü"), ("卞", "卞", "Bian")]
HAN_FIRST = [("云", "雲", "Yun"), ("星", "星", "Xing"), ("砚", "硯", "Yan"), ("竹", "竹", "Zhu"), ("霁", "霽", "Ji"),
             ("澄", "澄", "Cheng"), ("岚", "嵐", "Lan"), ("书", "書", "Shu"), ("晚", "晚", "Wan"), ("听", "聽", "Ting"),
             ("映", "映", "Ying"), ("疏", "疏", "Shu"), ("远", "遠", "Yuan"), ("溪", "溪", "Xi"), ("知", "知", "Zhi"),
             ("松", "松", "Song"), ("吟", "吟", "Yin"), ("朔", "朔", "Shuo")]
HAN_SECOND = [("澜", "瀾", "lan"), ("渡", "渡", "du"), ("舟", "舟", "zhou"), ("影", "影", "ying"), ("川", "川", "chuan"),
              ("遥", "遙", "yao"), ("汀", "汀", "ting"), ("棠", "棠", "tang"), ("野", "野", "ye"), ("泊", "泊", "bo"),
              ("笙", "笙", "sheng"), ("屿", "嶼", "yu"), ("禾", "禾", "he"), ("霄", "霄", "xiao"), ("灯", "燈", "deng"),
              ("蹊", "蹊", "xi")]
NICKNAMES = ["Grace", "Kevin", "Vivian", "Leo", "Amy", "Oscar", "Fiona", "Max", "Iris", "Ray", "Zoe", "Felix"]

EN_GIVEN = ["Alice", "Callum", "Rowan", "Harriet", "Giles", "Imogen", "Tobias", "Maeve", "Desmond", "Philippa", "Ezra",
            "Bronwen", "Leonard", "Nora", "Jasper", "Winifred"]
EN_SURNAMES = ["Thornwick", "Merrowdale", "Brackwell-Hythe", "Cindrelow", "Dunmarrow", "Elverstow", "Farrowhythe",
               "Hartlemoor", "Inkerby", "Kestrelby", "Lorrimoor", "Mossgravel", "Netherquill", "Pellingbrook",
               "Quillford", "O’Tarrigan", "Ravenskeld", "Sallowfen", "Tidmarrow", "Umberleith"]
DE_GIVEN = [("Ilse", "f"), ("Ruprecht", "m"), ("Wilma", "f"), ("Jörg", "m"), ("Käthe", "f"), ("Anselm", "m"),
            ("Friederike", "f"), ("Götz", "m"), ("Hannelore", "f"), ("Lüder", "m"), ("Mechthild", "f"), ("Ottokar", "m")]
DE_SURNAMES = ["Quarnheim", "Haldewang", "Solbris", "Brüllenkamp", "Tresselhoff", "Vogelsprung", "Ährenfels",
               "Müßigbrodt", "Grünstedter", "Ohlenquast", "Wackerzahn", "Löwenquell", "Knöterich-Pohl", "Strohwasser",
               "Übermoor", "Zwirnsteg"]
FR_GIVEN = [("Odile", "f"), ("Thibault", "m"), ("Maëlle", "f"), ("Rémi", "m"), ("Solène", "f"), ("Gaspard", "m"),
            ("Héloïse", "f"), ("Loïc", "m"), ("Apolline", "f"), ("Anatole", "m"), ("Françoise", "f"), ("Benoît", "m")]
FR_SURNAMES = ["Ferrantin", "Valcreuse", "Dubriand", "Larochemer", "Chantenoy", "Épinoche", "Garrandel", "Lhermitoux",
               "Boisfleurel", "Tréguarec", "d’Orvanne", "Quérillac", "Noirmuset", "Saint-Elvert", "Vaucresseau", "Çonnay"]
RU_GIVEN = [("Анна", "Anna", "f"), ("Тимофей", "Timofey", "m"), ("Ксения", "Kseniya", "f"), ("Глеб", "Gleb", "m"),
            ("Дарья", "Darya", "f"), ("Родион", "Rodion", "m"), ("Варвара", "Varvara", "f"), ("Матвей", "Matvey", "m")]
RU_FATHERS = [("Олегов", "Olegov"), ("Савельев", "Savelyev"), ("Тихонов", "Tikhonov"), ("Фёдоров", "Fyodorov")]
RU_SURNAMES = [("Равникин", "Ravnikin"), ("Мостовлев", "Mostovlev"), ("Берестянов", "Berestyanov"),
               ("Громыслов", "Gromyslov"), ("Ладожинов", "Ladozhinov"), ("Полынкин", "Polynkin"),
               ("Ветролюбов", "Vetrolyubov"), ("Снегиречев", "Snegirechev"), ("Ёлочников", "Yolochnikov")]
KO_SURNAMES = [("류", "Ryu", "Yoo"), ("한", "Han", ""), ("서", "Seo", "Suh"), ("노", "Noh", "Roh"), ("마", "Ma", ""),
               ("표", "Pyo", ""), ("봉", "Bong", ""), ("이", "Lee", "Yi")]
KO_GIVEN = [("가온", "Gaon"), ("다솔", "Dasol"), ("한결", "Hangyeol"), ("라온", "Raon"), ("미르", "Mir"),
            ("보담", "Bodam"), ("예솔", "Yesol"), ("윤슬", "Yunseul"), ("찬솔", "Chansol"), ("해담", "Haedam"),
            ("나래", "Narae"), ("별하", "Byeolha")]
AR_GIVEN = [("ليلى", "Layla", "f"), ("سامر", "Samer", "m"), ("نور", "Noor", "f"), ("كريم", "Karim", "m"),
            ("هالة", "Hala", "f"), ("يوسف", "Yusuf", "m"), ("ريم", "Reem", "f"), ("طارق", "Tariq", "m")]
AR_SURNAMES = [("النوارسي", "al-Nawarisi"), ("السنديانوي", "al-Sindiyanawi"), ("الفراتيني", "al-Furatini"),
               ("القوافلي", "al-Qawafili"), ("الصنوبراني", "al-Sanawbarani"), ("القمراوني", "al-Qamrawni"),
               ("الزيتونجي", "al-Zaytunji")]

# Foreign-funded R&D centres: the firm, and its name in Chinese.
FIRMS = [("Lindqvast Biologics", "林克瓦生物"), ("Torvane Composites", "托凡复合材料"), ("Quellmoor Antriebe", "奎尔莫驱动"),
         ("Halbrecht Optik", "哈布莱希特光学"), ("Nordhavel Energi", "北哈韦尔能源"), ("Brackwell Sensors", "布拉克韦尔传感"),
         ("Cindrel Ceramics", "辛德雷尔陶瓷"), ("Dunmarrow Devices", "邓马罗器械"), ("Elverstow Analytics", "埃尔弗斯托分析"),
         ("Ferrantin Chimie", "费朗坦化学"), ("Garrandel Santé", "加朗代尔健康"), ("Hanbyeol Robotics", "汉别机器人"),
         ("Inkerby Imaging", "因克比影像"), ("Kestrelby Grid", "凯斯特比电网"), ("Ladozhin Turbines", "拉多任涡轮"),
         ("Lorrimoor Labs", "洛里莫实验室"), ("Mossgravel Water", "莫斯格雷水务"), ("Netherquill Software", "内瑟奎尔软件"),
         ("Ohlenquast Pumpen", "奥伦夸斯特泵业"), ("Pellingbrook Pharma", "佩林布鲁克制药"), ("Quillford Chips", "奎尔福德芯片"),
         ("Raonsol Display", "罗恩索显示"), ("Sallowfen Seeds", "萨洛芬种业"), ("Tresselhoff Werkzeuge", "特雷瑟霍夫工具"),
         ("Umberleith Paints", "昂伯利斯涂料"), ("Valcreuse Aéro", "瓦尔克勒兹航空"), ("Wackerzahn Getriebe", "瓦克赞传动"),
         ("Yolochnik Photonics", "约洛奇尼克光子"), ("Zwirnsteg Textil", "茨维恩施泰格纺织"), ("Ährenfels Agrar", "艾伦费尔斯农科"),
         ("Boisfleurel Parfums", "布瓦弗勒尔香氛"), ("Chantenoy Batteries", "尚特努瓦电池"), ("Dasol Polymers", "达索聚合物"),
         ("Épinoche Marine", "埃皮诺什海洋"), ("Furatin Solar", "福拉廷太阳能"), ("Gromysl Alloys", "格罗梅斯合金"),
         ("Haedam Diagnostics", "海潭诊断"), ("Hartlemoor Valves", "哈特尔莫阀门"), ("Larochemer Cloud", "拉罗谢梅云"),
         ("Löwenquell Medizin", "吕文奎尔医疗"), ("Merrowdale Motors", "梅罗代尔电机"), ("Müßigbrodt Laser", "米西希布罗特激光"),
         ("Nawaris Water", "纳瓦里斯水处理"), ("Noirmuset Capteurs", "努瓦米塞传感"), ("Polynkin Membranes", "波伦金膜材"),
         ("Qamrawn Carbon", "卡姆罗恩碳材"), ("Ravenskeld Drones", "雷文斯凯无人机"), ("Strohwasser Filter", "施特罗瓦瑟过滤"),
         ("Tréguarec Acoustique", "特雷加雷克声学"), ("Vetrolyub Wind", "韦特罗柳布风能")]
CENTRE_OF = {"en": "{} R&D Centre Shanghai", "de": "{}, F&E-Zentrum Shanghai",
             "fr": "Centre de R&D {}, Shanghai", "ru": "Центр исследований {}, Шанхай",
             "ko": "{} 상하이 연구개발센터", "ar": "مركز {} للبحث والتطوير، شنغهاي"}
INSTITUTES = [("Institute of Quiet Sensors", "静声传感研究所"), ("Institute of River Catalysis", "河川催化研究所"),
              ("Institute of Slow Coatings", "慢涂层研究所"), ("Lakeside Institute of Cells", "湖畔细胞研究所"),
              ("Institute of Folded Proteins", "折叠蛋白研究所"), ("Institute of Warm Magnets", "暖磁体研究所"),
              ("Institute of Small Turbines", "小型涡轮研究所"), ("Institute of Clear Glass", "澄明玻璃研究所"),
              ("Bamboo Hill Institute of Fibres", "竹山纤维研究所"), ("Institute of Patient Robots", "耐心机器人研究所"),
              ("Institute of Harbour Hydrogen", "港口氢能研究所"), ("Institute of Honest Data", "诚数研究所"),
              ("Institute of Rain Forecasts", "雨预报研究所"), ("Institute of Thin Films", "云桥薄膜研究所"),
              ("Institute of Gentle Surgery", "柔和外科研究所"), ("Institute of Star Clocks", "星钟研究所"),
              ("Institute of Shared Tools", "共享工具研究所"), ("Institute of Salt Batteries", "盐电池研究所"),
              ("Institute of Bridge Steel", "桥钢研究所"), ("Institute of Spoken Language", "听雨语言研究所")]
HOSTS = ("Organising office of the Open Day", "开放日组委会")
NEWSPAPERS = [("The Harbour Lantern", "港灯报"), ("Delta Evening Reed", "三角洲晚苇"), ("Der Kranichbote", "鹤使报"),
              ("La Gazette du Héron", "鹭报")]

DELEGATIONS = [  # id, languages whose people belong, size, names
    ("german-centres", ["de"], 22, ("German-speaking R&D centres", "德语区研发中心代表团",
                                    "Centres de R&D germanophones", "Deutschsprachige F&E-Zentren")),
    ("french-centres", ["fr"], 20, ("French-speaking R&D centres", "法语区研发中心代表团",
                                    "Centres de R&D francophones", "Französischsprachige F&E-Zentren")),
    ("british-irish-centres", ["en"], 18, ("British and Irish R&D centres", "英国与爱尔兰研发中心代表团",
                                           "Centres de R&D britanniques et irlandais", "Britische und irische F&E-Zentren")),
    ("pacific-centres", ["en"], 14, ("Pacific R&D centres", "太平洋研发中心代表团", "Centres de R&D du Pacifique",
                                     "Pazifische F&E-Zentren")),
    ("korean-centres", ["ko"], 16, ("Korean R&D centres", "韩国研发中心代表团", "Centres de R&D coréens",
                                    "Koreanische F&E-Zentren")),
    ("gulf-centres", ["ar"], 12, ("Arab R&D centres", "阿拉伯研发中心代表团", "Centres de R&D arabes",
                                  "Arabische F&E-Zentren")),
    ("volga-centres", ["ru"], 12, ("Russian-speaking R&D centres", "俄语区研发中心代表团",
                                   "Centres de R&D russophones", "Russischsprachige F&E-Zentren")),
    ("bay-centres", ["zh-Hant"], 6, ("Bay R&D centres", "湾区研发中心代表团", "Centres de R&D de la Baie",
                                     "F&E-Zentren der Bucht")),
    ("institutes-north", ["zh-Hans"], 24, ("Institutes, north bank", "北岸研究所代表团", "Instituts, rive nord",
                                           "Institute, Nordufer")),
    ("institutes-south", ["zh-Hans"], 24, ("Institutes, south bank", "南岸研究所代表团", "Instituts, rive sud",
                                           "Institute, Südufer")),
]


class Names:
    """Deals names of one language without ever dealing one twice."""

    def __init__(self, dice):
        self.dice = dice
        self.dealt = set()

    def deal(self, language):
        while True:
            name = getattr(self, language.replace("-", "_"))()
            if name["native_name"] not in self.dealt:
                self.dealt.add(name["native_name"])
                return name

    def han(self, script):
        surname, first, second = (self.dice.choice(t) for t in (HAN_SURNAMES, HAN_FIRST, HAN_SECOND))
        others = []
        if self.dice.random() < 0.3:
            others.append(f"{self.dice.choice(NICKNAMES)} {surname[2]}")
        if surname[2] == "Lü":
            others.append(f"Lyu {first[2]}{second[2]}")
        titles = {"zh-Hans": ["", "", "博士", "教授", "先生", "女士"], "zh-Hant": ["", "博士", "教授", "女士"]}
        index = 0 if script == "zh-Hans" else 1
        return {"native_name": surname[index] + first[index] + second[index],
                "latin_name": f"{surname[2]} {first[2]}{second[2]}", "other_names": others,
                "form_of_address": self.dice.choice(titles[script])}

    def zh_Hans(self):
        return self.han("zh-Hans")

    def zh_Hant(self):
        return self.han("zh-Hant")

    def latin(self, given, surname, titles, others=()):
        name = f"{given} {surname}"
        return {"native_name": name, "latin_name": name, "other_names": list(others),
                "form_of_address": self.dice.choice(titles)}

    def en(self):
        given, surname = self.dice.choice(EN_GIVEN), self.dice.choice(EN_SURNAMES)
        short = {"Philippa": "Pip", "Leonard": "Len", "Winifred": "Freda", "Tobias": "Toby"}.get(given)
        return self.latin(given, surname, ["", "", "", "Dr", "Prof."], [f"{short} {surname}"] if short else [])

    def de(self):
        (given, gender), surname = self.dice.choice(DE_GIVEN), self.dice.choice(DE_SURNAMES)
        polite = "Frau" if gender == "f" else "Herr"
        maiden = [f"{given} {self.dice.choice(DE_SURNAMES)}"] if gender == "f" and self.dice.random() < 0.2 else []
        return self.latin(given, surname, ["", polite, polite, "Dr.", "Dr.-Ing.", "Prof. Dr."], maiden)

    def fr(self):
        (given, gender), surname = self.dice.choice(FR_GIVEN), self.dice.choice(FR_SURNAMES)
        polite = "Mme" if gender == "f" else "M."
        return self.latin(given, surname, ["", polite, polite, "Dr", "Pr"])

    def ru(self):
        (given, given_latin, gender), father = self.dice.choice(RU_GIVEN), self.dice.choice(RU_FATHERS)
        surname = self.dice.choice(RU_SURNAMES)
        ending, ending_latin = ("а", "a") if gender == "f" else ("", "")
        patronymic, patronymic_latin = ("на", "na") if gender == "f" else ("ич", "ich")
        full = f"{given} {father[0]}{patronymic} {surname[0]}{ending}"
        return {"native_name": f"{given} {surname[0]}{ending}",
                "latin_name": f"{given_latin} {surname[1]}{ending_latin}",
                "other_names": [full, f"{given_latin} {father[1]}{patronymic_latin}"],
                "form_of_address": self.dice.choice(["", "", "г-жа" if gender == "f" else "г-н", "проф."])}

    def ko(self):
        surname, given = self.dice.choice(KO_SURNAMES), self.dice.choice(KO_GIVEN)
        return {"native_name": surname[0] + given[0], "latin_name": f"{surname[1]} {given[1]}",
                "other_names": [f"{surname[2]} {given[1]}"] if surname[2] else [],
                "form_of_address": self.dice.choice(["", "님", "박사", "교수"])}

    def ar(self):
        given, surname = self.dice.choice(AR_GIVEN), self.dice.choice(AR_SURNAMES)
        titles = ["", "الدكتورة", "الأستاذة"] if given[2] == "f" else ["", "الدكتور", "الأستاذ"]
        return {"native_name": f"{given[0]} {surname[0]}", "latin_name": f"{given[1]} {surname[1]}",
                "other_names": [f"{given[1]} {surname[1][3:]}"], "form_of_address": self.dice.choice(titles)}


def organisation(dice, language, category):
    """The organisation in English, Chinese and, for a firm, the person's own language."""
    if category in ("staff", "crew", "interpreter"):
        return {"en": HOSTS[0], "zh": HOSTS[1]}
    if category == "press":
        paper = dice.choice(NEWSPAPERS)
        return {"en": paper[0], "zh": paper[1]}
    if language == "zh-Hans" and dice.random() < 0.6:
        institute = dice.choice(INSTITUTES)
        return {"en": institute[0], "zh": institute[1]}
    firm = dice.choice(FIRMS)
    own = language if language in CENTRE_OF else "en"
    return {"en": CENTRE_OF["en"].format(firm[0]), "zh": f"{firm[1]}上海研发中心", own: CENTRE_OF[own].format(firm[0])}


def categories(dice):
    counted = {"vip": 12, "speaker": SPEAKERS_OF_FORUM * len(FORUMS), "press": 18, "staff": 24, "crew": 14,
               "interpreter": 12}
    deck = [category for category, count in counted.items() for _ in range(count)]
    deck += ["delegate"] * (PEOPLE - len(deck))
    dice.shuffle(deck)
    return deck


def choose_forums(dice, people):
    """One or two forums for most, none for some; then exactly as many for materials as its room has seats."""
    speakers = 0
    for person in people:
        if person["category"] == "speaker":
            person["forums"] = [FORUMS[speakers % len(FORUMS)]]
            speakers += 1
        elif person["category"] in ("delegate", "vip"):
            person["forums"] = dice.sample(FORUMS, dice.choices([0, 1, 2], weights=[16, 62, 22])[0])
    chosen = [p for p in people if "materials" in p["forums"] and p["category"] == "delegate"]
    others = [p for p in people if len(p["forums"]) == 1 and "materials" not in p["forums"] and p["category"] == "delegate"]
    surplus = sum("materials" in p["forums"] for p in people) - MATERIALS_SEATS
    for person in dice.sample(chosen, max(surplus, 0)):
        rest = [f for f in person["forums"] if f != "materials"]
        person["forums"] = rest or [dice.choice([f for f in FORUMS if f != "materials"])]
    for person in dice.sample(others, max(-surplus, 0)):
        person["forums"].append("materials")


def join_delegations(dice, people):
    focal_points = {}
    for name, languages, size, _ in DELEGATIONS:
        free = [p for p in people if p["native_language"] in languages and p["category"] == "delegate" and not p["delegation"]]
        for person in dice.sample(free, size):
            person["delegation"] = name
            focal_points.setdefault(name, person["id"])
    return focal_points


def rights_and_notes(dice, people):
    """Seats (a seat is a right to sit, whatever the count says), hours, and what staff should know."""
    seats = 0
    for person in people:
        if person["category"] in ("vip", "speaker"):
            seats += 1
            person["seat"] = f"{'ABCD'[(seats - 1) // 10]}-{(seats - 1) % 10 + 1:02d}"
        if person["category"] == "press" and dice.random() < 0.7:
            person["admitted_from"] = "11:30"
        if person["category"] == "crew" and dice.random() < 0.3:
            person["admitted_until"] = "10:30"
        if dice.random() < 0.04:
            person["note"] = dice.choice(["Vegetarian lunch", "Step-free route, please", "Comes with an interpreter",
                                          "Badge on a clip, no lanyard"])
    tickets = [p for p in people if p["category"] == "delegate"][-2:]
    for number, person in enumerate(tickets, 1):
        person["code"] = f"ticket/invented/{number:04d}"


def make_people(dice):
    languages = [language for language, count in SHARES.items() for _ in range(count)]
    dice.shuffle(languages)
    names = Names(dice)
    people = []
    for number, (language, category) in enumerate(zip(languages, categories(dice), strict=True), 1):
        person = dict.fromkeys(COLUMNS, "")
        person.update(names.deal(language), id=f"{number:04d}", native_language=language, category=category, forums=[],
                      country=dice.choice(COUNTRIES[language]), language=dice.choice(SCREENS[language]),
                      email=f"guest{number:04d}@example.org", phone=f"+999 000 {number:04d}")
        person.update({f"organisation:{tag}": text for tag, text in organisation(dice, language, category).items()})
        people.append(person)
    choose_forums(dice, people)
    rights_and_notes(dice, people)
    return people, join_delegations(dice, people)


def write_people(people):
    with open("people.csv", "w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        for person in people:
            table.writerow({c: ";".join(v) if isinstance(v := person[c], list) else v for c in COLUMNS})


def write_delegations(focal_points):
    with open("delegations.toml", "w", encoding="utf-8") as out:
        out.write("# Parties that may be checked in together. The focal point collects badges and answers for the party.\n")
        for name, _, _, (en, zh, fr, de) in DELEGATIONS:
            out.write(f'\n[[delegation]]\nid = "{name}"\nfocal_point = "{focal_points[name]}"\n')
            out.write(f'name.en = "{en}"\nname.zh = "{zh}"\nname.fr = "{fr}"\nname.de = "{de}"\n')


if __name__ == "__main__":
    roster, focal = make_people(random.Random("open day 2023"))
    write_people(roster)
    write_delegations(focal)
