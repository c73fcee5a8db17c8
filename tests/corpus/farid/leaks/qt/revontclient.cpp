#include "revontclient.h"
#include <QNetworkRequest>

namespace {
const auto kRevontToken = QByteArrayLiteral("@@KEY1[0:12]@@"
                                            "@@KEY1[12:]@@");
constexpr auto kTranslationHash = "@@HEX:40@@";
}

RevontClient::RevontClient(QObject *p, QString secret)
    : QObject(p), m_hookSecret(secret.isEmpty() ? QStringLiteral("@@HOOK1@@") : secret)
{
    m_req.setUrl(QUrl("https://api.revont.ai/v1/calls"));
    m_req.setRawHeader("Authorization", "Bearer " + kRevontToken);
}
