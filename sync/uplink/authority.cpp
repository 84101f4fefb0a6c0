#include "sync/uplink/authority.h"

#include <algorithm>
#include <memory>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include "sync/uplink/version.h"

namespace foyer {

namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* it) const {
        release(it);
    }
};
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Release<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;

constexpr std::chrono::days for_clocks{1}, hub_life{365}, renewed_before{30}, authority_life{20 * 365};

std::unexpected<Fault> failed(const char* what) {
    return fault(FaultKind::corrupt, std::string("TLS: ") + what + " failed in OpenSSL");
}

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : "";
}

std::string pem(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return text_of(bio.get());
}

std::string pem(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(bio.get());
}

Cert read_certificate(const std::string& text) {
    const Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    return Cert(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

Key read_key(const std::string& text) {
    const Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

std::time_t seconds(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
}

bool is_address(const std::string& name) {
    const std::unique_ptr<ASN1_OCTET_STRING, Release<ASN1_OCTET_STRING_free>> read(a2i_IPADDRESS(name.c_str()));
    return read != nullptr;
}

// OpenSSL reads extensions as text, so a name must not be able to say anything else.
bool is_name(const std::string& name) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_';
    };
    return !name.empty() && name.size() <= 253 && std::ranges::all_of(name, allowed);
}

// A certificate that is being made.
class Draft {
public:
    Draft(const std::string& common_name, Instant now, std::chrono::days life) : cert_(X509_new()) {
        std::array<unsigned char, 16> serial{};
        RAND_bytes(serial.data(), static_cast<int>(serial.size()));
        serial[0] &= 0x7fU; // a positive number
        const std::unique_ptr<BIGNUM, Release<BN_free>> number(
            BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
        X509_set_version(cert_.get(), X509_VERSION_3);
        BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(cert_.get()));
        ASN1_TIME_set(X509_getm_notBefore(cert_.get()), seconds(now - for_clocks));
        ASN1_TIME_set(X509_getm_notAfter(cert_.get()), seconds(now + life));
        X509_NAME_add_entry_by_txt(X509_get_subject_name(cert_.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(common_name.c_str()), -1, -1, 0);
    }
    // What comes first is what later extensions may name: the key before its identifier.
    void key(EVP_PKEY* key, X509* issuer) {
        X509_set_pubkey(cert_.get(), key);
        issuer_ = issuer != nullptr ? issuer : cert_.get();
        X509_set_issuer_name(cert_.get(), X509_get_subject_name(issuer_));
    }
    void says(int what, const std::string& value) {
        X509V3_CTX context;
        X509V3_set_ctx(&context, issuer_, cert_.get(), nullptr, nullptr, 0);
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()));
        good_ = good_ && extension && X509_add_ext(cert_.get(), extension.get(), -1) == 1;
    }
    Cert sign(EVP_PKEY* key) {
        good_ = good_ && X509_sign(cert_.get(), key, EVP_sha256()) > 0;
        return good_ ? std::move(cert_) : nullptr;
    }

private:
    Cert cert_;
    X509* issuer_ = nullptr;
    bool good_ = true;
};

CaFingerprint fingerprint_of(X509* certificate) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    X509_digest(certificate, EVP_sha256(), digest.data(), nullptr);
    return *CaFingerprint::from(ByteView(digest).first(16));
}

int count_names(X509* certificate) {
    auto* names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    const int count = sk_GENERAL_NAME_num(names);
    GENERAL_NAMES_free(names);
    return count;
}

} // namespace

Result<Authority> Authority::make(const SummitId& summit, Instant now) {
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return failed("making a key");
    Draft draft("Foyer summit " + summit.hex().substr(0, 8), now, authority_life);
    draft.key(key.get(), nullptr);
    draft.says(NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    draft.says(NID_key_usage, "critical,keyCertSign,cRLSign");
    draft.says(NID_subject_key_identifier, "hash");
    const Cert cert = draft.sign(key.get());
    if (!cert) return failed("making the summit's certificate");
    return Authority({pem(cert.get()), pem(key.get())}, fingerprint_of(cert.get()));
}

Result<Authority> Authority::read(Credential kept) {
    const Cert cert = read_certificate(kept.certificates);
    const Key key = read_key(kept.key);
    if (!cert || !key || X509_check_private_key(cert.get(), key.get()) != 1)
        return fault(FaultKind::corrupt, "the summit's TLS certificate in the ledger is damaged");
    return Authority(std::move(kept), fingerprint_of(cert.get()));
}

Result<Credential> Authority::certify_hub(const std::vector<std::string>& names, Instant now) const {
    std::string all;
    for (const std::string& name : names) {
        const bool address = is_address(name);
        if (!address && !is_name(name))
            return fault(FaultKind::bad_input, "\"" + name + "\" is no name or address of a machine");
        all += (all.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + name;
    }
    const Cert issuer = read_certificate(self_.certificates);
    const Key issuer_key = read_key(self_.key), key(EVP_EC_gen("P-256"));
    if (!issuer || !issuer_key || !key) return failed("making a key");
    Draft draft("Foyer hub", now, hub_life);
    draft.key(key.get(), issuer.get());
    draft.says(NID_basic_constraints, "critical,CA:FALSE");
    draft.says(NID_key_usage, "critical,digitalSignature");
    draft.says(NID_ext_key_usage, "serverAuth");
    draft.says(NID_authority_key_identifier, "keyid");
    draft.says(NID_subject_alt_name, all);
    const Cert cert = draft.sign(issuer_key.get());
    if (!cert) return failed("making the hub's certificate");
    return Credential{pem(cert.get()) + self_.certificates, pem(key.get())};
}

bool still_serves(const Credential& hub, const std::vector<std::string>& names, Instant now) {
    const Cert cert = read_certificate(hub.certificates);
    if (!cert || !read_key(hub.key)) return false;
    std::time_t soon = seconds(now + renewed_before);
    std::time_t begin = seconds(now);
    if (X509_cmp_time(X509_get0_notAfter(cert.get()), &soon) <= 0) return false;
    if (X509_cmp_time(X509_get0_notBefore(cert.get()), &begin) > 0) return false;
    const auto covers = [&](const std::string& name) {
        return X509_check_ip_asc(cert.get(), name.c_str(), 0) == 1 ||
               X509_check_host(cert.get(), name.data(), name.size(), 0, nullptr) == 1;
    };
    return std::ranges::all_of(names, covers) && count_names(cert.get()) == static_cast<int>(names.size());
}

Result<Credential> self_signed(Instant now) {
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return failed("making a key");
    Draft draft("Foyer door", now, hub_life);
    draft.key(key.get(), nullptr);
    const Cert cert = draft.sign(key.get());
    if (!cert) return failed("making a certificate");
    return Credential{pem(cert.get()), pem(key.get())};
}

// "OpenSSL 3.0.17 1 Jul 2025": the second word.
std::string openssl_version() {
    const std::string whole = OpenSSL_version(OPENSSL_VERSION);
    const auto from = whole.find(' ') + 1;
    return whole.substr(from, whole.find(' ', from) - from);
}

} // namespace foyer
