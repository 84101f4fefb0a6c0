#include "sync/search/surnames.h"

#include <algorithm>
#include <array>

namespace foyer::search {
namespace {

struct Row {
    std::string_view written; // one surname after the other, a space between them: simplified and traditional
    std::string_view spelled; // one spelling after the other; a hyphen between two syllables
};

// Readings that a dictionary of characters gets wrong for a surname; then the spellings of Hong Kong, Taiwan and
// Singapore of the commonest; then those of Korea, whose surnames are written in Han too.
constexpr std::array table = std::to_array<Row>({
    {"丁", "ding ting"},
    {"姚", "yao yiu"},
    {"单 單", "shan sin"},
    {"曾", "zeng tsang tseng"},
    {"解", "xie hsieh"},
    {"仇", "qiu chiu"},
    {"区 區", "ou au"},
    {"查", "zha cha"},
    {"朴", "piao park pak"},
    {"任", "ren yam jen"},
    {"盖 蓋", "ge gai"},
    {"覃", "qin tan"},
    {"乐 樂", "yue le lok"},
    {"缪 繆", "miao"},
    {"宓", "mi"},
    {"洗", "xian sin"},
    {"冼", "xian sin"},
    {"翟", "zhai di chak"},
    {"黑", "he hei"},
    {"秘", "bi mi"},
    {"折", "she zhe"},
    {"种", "chong"},
    {"重", "chong zhong"},
    {"繁", "po"},
    {"员 員", "yun"},
    {"那", "na"},
    {"祭", "zhai"},
    {"尹", "yin wan yoon yun"},
    {"车 車", "che cha"},
    {"召", "shao"},
    {"燕", "yan"},
    {"纪 紀", "ji chi"},
    {"华 華", "hua wah"},
    {"过 過", "guo"},
    {"应 應", "ying"},
    {"宁 甯 寧", "ning"},
    {"卜", "bu"},
    {"盛", "sheng shing"},
    {"石", "shi shih shek"},
    {"相", "xiang"},
    {"尉", "wei yu"},
    {"都", "du"},
    {"长 長", "chang zhang"},
    {"隗", "wei kui"},
    {"干", "gan"},
    {"於", "yu"},
    {"句", "gou"},
    {"哈", "ha"},
    {"牟", "mu mou"},
    {"佘", "she"},
    {"谌 諶", "chen shen"},
    {"晁", "chao"},
    {"逄", "pang"},
    {"冯 馮", "feng fung"},
    {"薄", "bo"},
    {"撒", "sa"},
    {"曲", "qu chu"},
    {"尉迟 尉遲", "yu-chi"},
    {"万俟", "mo-qi"},
    {"令狐", "ling-hu"},
    {"欧阳 歐陽", "ou-yang au-yeung"},
    {"司马 司馬", "si-ma szu-ma"},
    {"诸葛 諸葛", "zhu-ge chu-ko"},
    {"长孙 長孫", "zhang-sun"},
    {"澹台 澹臺", "tan-tai"},
    {"夏侯", "xia-hou"},
    {"上官", "shang-guan sheung-kwun"},
    {"司徒", "si-tu sze-to"},
    {"皇甫", "huang-fu"},
    {"慕容", "mu-rong"},
    {"宇文", "yu-wen"},
    {"独孤 獨孤", "du-gu"},
    {"单于 單于", "chan-yu"},
    {"公孙 公孫", "gong-sun"},
    {"司空", "si-kong"},
    {"东方 東方", "dong-fang"},
    {"端木", "duan-mu"},

    {"陈 陳", "chen chan tan chin"},
    {"黄 黃", "huang wong hwang ng"},
    {"林", "lin lam lim"},
    {"李", "li lee yi rhee"},
    {"王", "wang wong ong"},
    {"张 張", "zhang cheung chang jang teo"},
    {"吴 吳", "wu ng woo goh oh"},
    {"刘 劉", "liu lau lao low yoo"},
    {"蔡", "cai tsai choi choy chua chae"},
    {"郑 鄭", "zheng cheng jung jeong chung tay"},
    {"谢 謝", "xie tse hsieh chia"},
    {"徐", "xu hsu tsui chui seo suh"},
    {"许 許", "xu hui hsu hur heo koh"},
    {"周", "zhou chow chou joo chew"},
    {"赵 趙", "zhao chiu chao cho jo"},
    {"朱", "zhu chu choo joo"},
    {"叶 葉", "ye yip yeh yap"},
    {"梁", "liang leung yang"},
    {"杨 楊", "yang yeung yeo"},
    {"何", "he ho ha"},
    {"曹", "cao tsao cho"},
    {"邓 鄧", "deng tang teng"},
    {"苏 蘇", "su so soh"},
    {"卢 盧", "lu lo loo noh roh"},
    {"蒋 蔣", "jiang chiang tseung"},
    {"江", "jiang kong chiang kang"},
    {"郭", "guo kwok kuo kwak"},
    {"罗 羅", "luo law lo"},
    {"余", "yu yue"},
    {"俞", "yu yue yoo"},
    {"吕 呂", "lu lv lyu lui"},
    {"卓", "zhuo cheuk cho"},
    {"钟 鐘 鍾", "zhong chung"},
    {"孙 孫", "sun suen"},
    {"胡", "hu wu woo"},
    {"高", "gao ko kao go"},
    {"马 馬", "ma"},
    {"潘", "pan poon pun"},
    {"袁", "yuan yuen"},
    {"阮", "ruan yuen"},
    {"关 關", "guan kwan"},
    {"麦 麥", "mai mak"},
    {"莫", "mo mok"},
    {"方", "fang fong"},
    {"彭", "peng pang"},
    {"冼", "xian sin"},
    {"岑", "cen shum sum"},
    {"简 簡", "jian kan chien"},
    {"廖", "liao liu"},
    {"赖 賴", "lai"},
    {"温 溫", "wen wan"},
    {"洪", "hong hung"},
    {"邱", "qiu chiu yau"},
    {"萧 蕭 肖", "xiao siu hsiao"},
    {"庄 莊", "zhuang chong chuang"},
    {"颜 顏", "yan ngan yen"},
    {"施", "shi sze shih"},
    {"沈", "shen sum sim shim"},
    {"魏", "wei ngai"},
    {"崔", "cui tsui choi"},
    {"唐", "tang tong"},
    {"宋", "song sung"},
    {"韩 韓", "han hon"},
    {"汤 湯", "tang tong"},
    {"甘", "gan kam"},
    {"霍", "huo fok"},
    {"邝 鄺", "kuang kwong"},
    {"伍", "wu ng"},
    {"容", "rong yung"},
    {"龙 龍", "long lung"},
    {"严 嚴", "yan yim yen"},
    {"顾 顧", "gu koo ku"},
    {"侯", "hou hau"},
    {"薛", "xue sit hsueh"},
    {"雷", "lei lui"},
    {"贺 賀", "he ho"},
    {"倪", "ni ngai"},
    {"殷", "yin yan"},
    {"毕 畢", "bi but"},

    {"金", "jin kim kam chin"},
    {"姜", "jiang kang chiang"},
    {"文", "wen moon man"},
    {"安", "an ahn on"},
    {"裴", "pei bae"},
    {"全", "quan jeon chun"},
    {"权 權", "quan kwon"},
    {"柳", "liu ryu yoo lau"},
    {"池", "chi ji"},
    {"卞", "bian byun"},
    {"申", "shen shin"},
    {"白", "bai baek paik pak"},
    {"김", "gim kim"},
    {"이", "i lee yi rhee"},
    {"리", "ri lee"},
    {"박", "bak park pak"},
    {"최", "choe choi"},
    {"정", "jeong jung chung"},
    {"강", "gang kang"},
    {"조", "jo cho"},
    {"윤", "yun yoon"},
    {"장", "jang chang"},
    {"임", "im lim yim"},
    {"림", "rim lim"},
    {"오", "o oh"},
    {"서", "seo suh"},
    {"신", "sin shin"},
    {"권", "gwon kwon"},
    {"황", "hwang whang"},
    {"안", "an ahn"},
    {"유", "yu yoo you ryu"},
    {"류", "ryu yoo"},
    {"홍", "hong"},
    {"전", "jeon chun"},
    {"고", "go ko koh"},
    {"문", "mun moon"},
    {"손", "son sohn"},
    {"배", "bae pae"},
    {"백", "baek paik"},
    {"허", "heo hur huh"},
    {"노", "no noh roh"},
    {"심", "sim shim"},
    {"구", "gu koo ku"},
    {"곽", "gwak kwak"},
    {"우", "u woo"},
    {"주", "ju joo chu"},
    {"나", "na"},
    {"라", "ra"},
    {"성", "seong sung"},
    {"차", "cha"},
    {"민", "min"},
    {"진", "jin chin"},
    {"지", "ji chi"},
    {"엄", "eom um"},
    {"변", "byeon byun"},
    {"남궁", "nam-gung nam-goong"},
    {"황보", "hwang-bo"},
    {"선우", "seon-u sun-woo"},
});

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(at, from), text.size());
        parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

} // namespace

Surnames::Surnames(Spelling& spelling) {
    for (const Row& row : table)
        for (const std::string& surname : split(row.written, ' ')) {
            std::string plain;
            for (const Letter& letter : spelling.letters(surname, surname.size())) plain += letter.glyph->plain;
            std::vector<Syllables>& spellings = spellings_[plain];
            for (const std::string& one : split(row.spelled, ' ')) {
                Syllables syllables = split(one, '-');
                if (std::ranges::find(spellings, syllables) == spellings.end())
                    spellings.push_back(std::move(syllables));
            }
        }
}

std::span<const Syllables> Surnames::of(std::string_view surname) const {
    const auto found = spellings_.find(std::string(surname));
    if (found == spellings_.end()) return {};
    return found->second;
}

} // namespace foyer::search
