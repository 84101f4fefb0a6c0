// Which spellings of a name are the same name.
#include "tests/search/roster.h"

namespace foyer::tests {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("A surname is found by its own reading, where the character has another") {
    const Names names = {"丁槿舟", "姚澍然", "单沐岚", "曾砚宁", "解云栀", "仇岫青"};
    const Names typed = {"Ting", "Yao", "Shan", "Zeng", "Xie", "Qiu"};
    const PeopleIndex index = index_of(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(typed[i]);
        CHECK(texts(index, typed[i]) == Names{names[i]});
    }
}

TEST_CASE("A surname in traditional characters, with a space or a dot behind it, reads alike") {
    for (const std::string name : {"單沐嵐", "单 沐岚", "单·沐岚", "单・沐岚", "單　沐嵐"}) {
        CAPTURE(name);
        const PeopleIndex index = index_of({name});
        CHECK(finds(index, "Shan", name));
        CHECK(finds(index, "shan mulan", name));
        CHECK(finds(index, "shanmulan", name));
        CHECK(finds(index, "单沐", name));
    }
}

TEST_CASE("A surname of two characters is read as one") {
    const PeopleIndex index = index_of({"尉迟望舒", "万俟临川", "澹台知微", "長孫聽雪", "歐陽拾光", "夏侯映"});
    CHECK(finds(index, "yuchi", "尉迟望舒"));
    CHECK(finds(index, "yuchi wang", "尉迟望舒"));
    CHECK(finds(index, "yc", "尉迟望舒"));
    CHECK(finds(index, "moqi", "万俟临川"));
    CHECK(finds(index, "Tantai zhiwei", "澹台知微"));
    CHECK(finds(index, "zhangsun", "長孫聽雪"));
    CHECK(finds(index, "ouyang", "歐陽拾光"));
    CHECK(finds(index, "au-yeung", "歐陽拾光"));
    CHECK(finds(index, "欧阳", "歐陽拾光"));
    CHECK(finds(index, "xiahou ying", "夏侯映"));
}

TEST_CASE("The spellings of Hong Kong, Taiwan and Korea find the surname too") {
    const PeopleIndex index =
        index_of({"陳霽月", "黄照野", "郑栖迟", "谢令仪", "蔡之遥", "朴映真", "이하람", "박누리"});
    CHECK(finds(index, "Chan", "陳霽月"));
    CHECK(finds(index, "chen jiyue", "陳霽月"));
    CHECK(finds(index, "Wong", "黄照野"));
    CHECK(finds(index, "Cheng", "郑栖迟"));
    CHECK(finds(index, "Tse", "谢令仪"));
    CHECK(finds(index, "Hsieh", "谢令仪"));
    CHECK(finds(index, "Tsai", "蔡之遥"));
    CHECK(finds(index, "Park", "朴映真"));
    CHECK(finds(index, "piao", "朴映真"));
    CHECK(finds(index, "Lee", "이하람"));
    CHECK(finds(index, "park nuri", "박누리"));
}

TEST_CASE("A name in Han is found by its syllables, by them joined, and by initials") {
    const PeopleIndex index = index_of({"穆清川", "吕律"});
    for (const char* typed : {"m", "mu", "mu q", "muqing", "qingchuan mu", "mu qing", "qing mu", "mu qing chuan", "mqc",
                              "mq", "chuan", "MUQINGCHUAN", "mu-qing", "清", "清川", "穆", "川", "清川 穆"}) {
        CAPTURE(typed);
        CHECK(texts(index, typed) == Names{"穆清川"});
    }
    for (const char* typed : {"lu", "lv", "lyu", "lülü", "lvlv", "ll"}) {
        CAPTURE(typed);
        CHECK(texts(index, typed) == Names{"吕律"});
    }
    CHECK(texts(index, "clouds").empty());
    CHECK(texts(index, "川清").empty());
}

TEST_CASE("Accents, case and width make no difference") {
    const PeopleIndex index = index_of({"Héloïse d’Orvanne", "Łukasz Żyła", "Søren Ægidius", "Işık İnanç", "Ünal ırmak",
                                        "Ｍｉｌａ Ｔｏｒｎ", "Nguyễn Thị Ánh", "Đorđe Ćirić"});
    CHECK(finds(index, "heloise", "Héloïse d’Orvanne"));
    CHECK(finds(index, "HÉLOÏSE", "Héloïse d’Orvanne"));
    CHECK(finds(index, "lukasz zyla", "Łukasz Żyła"));
    CHECK(finds(index, "soren aeg", "Søren Ægidius"));
    CHECK(finds(index, "soeren", "Søren Ægidius"));
    CHECK(finds(index, "isik inanc", "Işık İnanç"));
    CHECK(finds(index, "ISIK", "Işık İnanç"));
    CHECK(finds(index, "Irmak", "Ünal ırmak"));
    CHECK(finds(index, "mila", "Ｍｉｌａ Ｔｏｒｎ"));
    CHECK(finds(index, "ｔｏｒ", "Ｍｉｌａ Ｔｏｒｎ"));
    CHECK(finds(index, "nguyen anh", "Nguyễn Thị Ánh"));
    CHECK(finds(index, "dorde ciric", "Đorđe Ćirić"));
    CHECK(finds(index, "he\u0301lo", "Héloïse d’Orvanne"));
    CHECK(finds(index_of({"He\u0301loi\u0308se"}), "Héloïse", "He\u0301loi\u0308se"));
}

TEST_CASE("Mueller, Muller and Müller all find Müller, and Müller finds Mueller") {
    const PeopleIndex index = index_of({"Ruth Müller", "Ruth Mueller"});
    CHECK(texts(index, "Mueller").size() == 2);
    CHECK(texts(index, "Müller").size() == 2);
    CHECK(finds(index, "Muller", "Ruth Müller"));
    CHECK(finds(index_of({"Jo Straße"}), "strasse", "Jo Straße"));
    CHECK(finds(index_of({"Jo Strasse"}), "Straße", "Jo Strasse"));
    CHECK(finds(index_of({"Mu\u0308ller"}), "mueller", "Mu\u0308ller"));
}

TEST_CASE("Hyphens and apostrophes are like spaces and like nothing") {
    const PeopleIndex index = index_of({"Sinéad O'Neill", "Anna-Lena Voß", "Jan van der Meer", "J. P. Quill"});
    for (const char* typed : {"O'Neill", "ONeill", "oneill", "O’Neill", "o neill", "neill", "o'n"})
        CHECK(finds(index, typed, "Sinéad O'Neill"));
    for (const char* typed : {"anna-lena", "annalena", "anna lena", "lena", "lena-anna", "anna-l", "annal", "voss"})
        CHECK(finds(index, typed, "Anna-Lena Voß"));
    for (const char* typed : {"vandermeer", "van der meer", "van-der-meer", "dermeer", "meer", "janvan"})
        CHECK(finds(index, typed, "Jan van der Meer"));
    CHECK(finds(index, "jp quill", "J. P. Quill"));
    CHECK(finds(index, "J.P. Quill", "J. P. Quill"));
}

TEST_CASE("Names in other scripts are found by their Latin readings") {
    const PeopleIndex index = index_of({"Ксения Муравина", "Юлия Жучкова", "Γεώργιος Αστέρης", "さとう はなこ",
                                        "サトー ジュン", "무하늘", "สมชาย ดาวเรือง", "გიორგი ნათელი"});
    CHECK(finds(index, "mur", "Ксения Муравина"));
    CHECK(finds(index, "ksenia muravina", "Ксения Муравина"));
    CHECK(finds(index, "yulia", "Юлия Жучкова"));
    CHECK(finds(index, "Yuliya Zhuch", "Юлия Жучкова"));
    CHECK(finds(index, "georgios asteris", "Γεώργιος Αστέρης"));
    CHECK(finds(index, "sato", "さとう はなこ"));
    CHECK(finds(index, "satou hanako", "さとう はなこ"));
    CHECK(finds(index, "jun", "サトー ジュン"));
    CHECK(finds(index, "mu haneul", "무하늘"));
    CHECK(finds(index, "muhaneul", "무하늘"));
    CHECK(finds(index, "smchay", "สมชาย ดาวเรือง"));
    CHECK(finds(index, "giorgi", "გიორგი ნათელი"));
}

TEST_CASE("Arabic and Hebrew names are found as they are transcribed and by their vowelled spellings") {
    const PeopleIndex index = index_of({"يوسف النوارسي", "מירב כהנוב"});
    CHECK(finds(index, "ywsf", "يوسف النوارسي"));
    CHECK(finds(index, "yusuf", "يوسف النوارسي"));
    CHECK(finds(index, "Youssef al-Nawarisi", "يوسف النوارسي"));
    CHECK(finds(index, "nawarisi", "يوسف النوارسي"));
    CHECK(finds(index, "merav", "מירב כהנוב"));
    CHECK(finds(index, "cohanov", "מירב כהנוב"));
}

TEST_CASE("Cyrillic, Arabic, Hebrew and kana are compared without what need not be written") {
    CHECK(finds(index_of({"Семён Алёшин"}), "алешин", "Семён Алёшин"));
    CHECK(finds(index_of({"Семен Алешин"}), "СЕМЁН", "Семен Алешин"));
    CHECK(finds(index_of({"أَحْمَد الإدريسي"}), "احمد", "أَحْمَد الإدريسي"));
    CHECK(finds(index_of({"احمد"}), "أحمد", "احمد"));
    CHECK(finds(index_of({"محـــمد"}), "محمد", "محـــمد"));
    CHECK(finds(index_of({"أَحْمَد الإدريسي"}), "ادريسي", "أَحْمَد الإدريسي"));
    CHECK(finds(index_of({"מִירָב"}), "מירב", "מִירָב"));
    CHECK(finds(index_of({"さとう"}), "サト", "さとう"));
    CHECK(finds(index_of({"サトウ"}), "とう", "サトウ"));
    CHECK(finds(index_of({"ﾊﾅｶﾞ"}), "はなが", "ﾊﾅｶﾞ"));
    CHECK(finds(index_of({"เดือนฉาย"}), "ฉาย", "เดือนฉาย"));
    CHECK(finds(index_of({"曾國藩"}), "国藩", "曾國藩"));
    CHECK(finds(index_of({"曾国藩"}), "國", "曾国藩"));
}

TEST_CASE("Hangul is found by syllables, by a syllable that is still being typed, and by leading consonants") {
    const PeopleIndex index = index_of({"무하늘", "김 보람"});
    for (const char* typed : {"ㅁ", "무", "무ㅎ", "무하", "무하느", "무하늘", "하늘", "ㅁㅎㄴ", "ㅁㅎ"}) {
        CAPTURE(typed);
        CHECK(texts(index, typed) == Names{"무하늘"});
    }
    CHECK(texts(index, "기") == Names{"김 보람"});
    CHECK(texts(index, "김보람") == Names{"김 보람"});
    CHECK(texts(index, "ㄱㅂㄹ") == Names{"김 보람"});
}

} // namespace
} // namespace foyer::tests
