#include "tests/screens/samples_words.h"

#include <map>

namespace foyer::samples {

namespace {

using Words = std::map<std::string, std::map<Language, std::string>>;

const Words& words() {
    static const Words table{
        {"summit",
         {{"en", "Yangtze River Delta Open Day"},
          {"zh", "长三角国创中心 · 全球创新伙伴开放日"},
          {"ar", "يوم دلتا نهر اليانغتسي المفتوح"}}},
        {"title",
         {{"en", "Welcome to the summit"},
          {"zh", "欢迎参加开放日"},
          {"fr", "Bienvenue au sommet"},
          {"de", "Willkommen zum Gipfeltreffen"},
          {"ar", "أهلاً بكم في القمة"}}},
        {"subtitle",
         {{"en", "Hold your QR code in front of the camera"},
          {"zh", "请将二维码对准摄像头"},
          {"fr", "Présentez votre code QR devant la caméra"},
          {"de", "Halten Sie Ihren QR\u2011Code vor die Kamera"},
          {"ar", "ضع رمز QR أمام الكاميرا"}}},
        {"help",
         {{"en", "On your phone or on paper – either works."},
          {"zh", "手机或纸质均可。"},
          {"fr", "Sur téléphone ou sur papier, les deux conviennent."},
          {"de", "Auf dem Telefon oder auf Papier – beides geht."},
          {"ar", "على الهاتف أو على الورق – كلاهما مناسب."}}},
        {"programme",
         {{"en", "Programme"}, {"zh", "查看日程"}, {"fr", "Programme"}, {"de", "Programm"}, {"ar", "برنامجي اليوم"}}},
        {"call staff",
         {{"en", "Call staff"},
          {"zh", "呼叫工作人员"},
          {"fr", "Appeler l’équipe"},
          {"de", "Team rufen"},
          {"ar", "طلب المساعدة"}}},
        {"keep",
         {{"en", "Keep open"},
          {"zh", "保持显示"},
          {"fr", "Laisser affiché"},
          {"de", "Offen lassen"},
          {"ar", "إبقاء الشاشة"}}},
        {"left",
         {{"en", "12 s left"},
          {"zh", "12 秒后返回"},
          {"fr", "encore 12 s"},
          {"de", "noch 12 s"},
          {"ar", "بقي 12 ثانية"}}},
        {"welcome",
         {{"en", "Welcome,"}, {"zh", "欢迎您，"}, {"fr", "Bienvenue,"}, {"de", "Willkommen,"}, {"ar", "أهلاً وسهلاً،"}}},
        {"name",
         {{"en", "Ms Eleanor Whitcombe"},
          {"zh", "沐晴川 教授"},
          {"fr", "Mme Camille Desrosiers"},
          {"de", "Prof. Dr. Anneliese Falkenrath-Mösner"},
          {"ar", "د. نور القمري"}}},
        {"latin", {{"zh", "Prof. Mu Qingchuan"}, {"ar", "Dr Noor Al-Qamari"}}},
        {"affiliation",
         {{"en", "Harbour Hydrogen Trust · Speaker"},
          {"zh", "长三角材料联合实验室 · 嘉宾"},
          {"fr", "Institut Rivage · Déléguée"},
          {"de", "Lindmark-Institut für Werkstoffforschung · Delegierte"},
          {"ar", "مختبر القمر للمواد · مندوب"}}},
        {"next",
         {{"en", "Your next session"},
          {"zh", "您的下一场"},
          {"fr", "Votre prochaine session"},
          {"de", "Ihr nächster Termin"},
          {"ar", "جلستكم التالية"}}},
        {"soon",
         {{"en", "in 18\u00a0minutes"},
          {"zh", "18\u00a0分钟后"},
          {"fr", "dans 18\u00a0minutes"},
          {"de", "in 18\u00a0Minuten"},
          {"ar", "بعد 18 دقيقة"}}},
        {"session",
         {{"en", "Joint laboratories for new materials"},
          {"zh", "新材料联合实验室：从样品到产线"},
          {"fr", "Laboratoires communs pour de nouveaux matériaux"},
          {"de", "Gemeinsame Labore für neue Werkstoffe"},
          {"ar", "مختبرات مشتركة للمواد الجديدة"}}},
        {"room",
         {{"en", "Level\u00a02 · Seat\u00a014"},
          {"zh", "2\u00a0层 · 14\u00a0座"},
          {"fr", "Niveau\u00a02 · Place\u00a014"},
          {"de", "Ebene\u00a02 · Platz\u00a014"},
          {"ar", "الطابق الثاني · المقعد 14"}}},
        {"minutes",
         {{"en", "4\u00a0minutes on foot"},
          {"zh", "步行 4\u00a0分钟"},
          {"fr", "4\u00a0minutes à pied"},
          {"de", "4\u00a0Minuten zu Fuß"},
          {"ar", "أربع دقائق سيرًا على الأقدام"}}},
        {"hint",
         {{"en", "Up the escalator, then right"},
          {"zh", "乘扶梯上楼，右转"},
          {"fr", "Par l’escalier roulant, puis à droite"},
          {"de", "Rolltreppe hoch, dann rechts"},
          {"ar", "بالسلّم المتحرك صعودًا ثم يمينًا"}}},
        {"interpreted",
         {{"en", "Interpreted: English, Chinese"},
          {"zh", "同声传译：中文、英文"},
          {"fr", "Interprétation : anglais, chinois"},
          {"de", "Gedolmetscht: Englisch, Chinesisch"},
          {"ar", "ترجمة فورية: العربية والإنجليزية"}}},
    };
    return table;
}

} // namespace

Label say(const std::string& key, const Language& language) {
    const auto& by = words().at(key);
    const auto found = by.find(language);
    if (found != by.end()) return {found->second, language};
    return by.contains("en") ? Label{by.at("en"), "en"} : Label{};
}

HeaderView header(const Language& language) { return {say("summit", language), "10:52"}; }

StatusView status() {
    StatusView view;
    view.demo = {"Demo camera · demo time 10:52, 29 May 2023", "en"};
    view.network = {"All sent", "en"};
    return view;
}

std::vector<LanguagePill> pills(const Language& chosen) {
    std::vector<LanguagePill> all{
        {"en", {"English", "en"}}, {"zh", {"中文", "zh"}}, {"fr", {"Français", "fr"}}, {"de", {"Deutsch", "de"}}};
    if (chosen == "ar") all.push_back({"ar", {"العربية", "ar"}});
    for (auto& pill : all) pill.chosen = pill.language == chosen;
    return all;
}

} // namespace foyer::samples
