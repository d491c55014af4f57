package io.hongbi.testsupport.oss;

/** The bodies that OSS answers with. */
final class OssXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private OssXml() {}

    static String document(String root) {
        return HEAD + root;
    }

    static String error(OssRefusal refusal, String requestId, String host) {
        return document(
                """
                <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId>\
                <HostId>%s</HostId></Error>\
                """
                        .formatted(
                                refusal.code(), escaped(refusal.text()), requestId, escaped(host)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
