package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Lets signed requests through to the bucket and answers as OSS does, refusals too. */
final class OssServlet extends HttpServlet {

    private final transient OssAccount account;
    private final transient Signatures signatures;
    private final transient OssBucket bucket;
    private final transient Clock clock;

    OssServlet(OssAccount account, OssBucket bucket, Clock clock) {
        this.account = account;
        this.bucket = bucket;
        this.clock = clock;
        this.signatures = new Signatures(account, clock);
    }

    @Override
    protected void service(HttpServletRequest call, HttpServletResponse response)
            throws IOException {
        String requestId = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
        response.setHeader("x-oss-request-id", requestId.substring(0, 24));
        response.setHeader("Server", "AliyunOSS");
        try {
            var request = OssRequest.of(call);
            signatures.verify(request);
            if (!request.bucket().equals(account.bucket())) {
                throw new OssRefusal(404, "NoSuchBucket", "The specified bucket does not exist.");
            }
            answer(request, call, response);
        } catch (OssRefusal refusal) {
            refuse(call, response, refusal, requestId.substring(0, 24));
        }
    }

    private void answer(OssRequest request, HttpServletRequest call, HttpServletResponse response)
            throws OssRefusal, IOException {
        String about = request.key().isEmpty() ? "bucket" : "object";
        switch (request.method() + " " + about) {
            case "PUT object" ->
                    bucket.put(request, call.getInputStream().readAllBytes(), response);
            case "GET object" -> bucket.get(request, response);
            case "HEAD object" -> bucket.head(request, response);
            case "DELETE object" -> bucket.delete(request, response);
            case "GET bucket" ->
                    send(response, 200, OssXml.document(bucket.list(request)).getBytes(UTF_8));
            default ->
                    throw new OssRefusal(
                            501, "NotImplemented", "The emulator does not know this call.");
        }
    }

    private void refuse(
            HttpServletRequest call,
            HttpServletResponse response,
            OssRefusal refusal,
            String requestId)
            throws IOException {
        byte[] body =
                OssXml.error(refusal, requestId, call.getServerName(), clock.instant())
                        .getBytes(UTF_8);
        if (call.getMethod().equals("HEAD")) { // no body to put it in
            response.setHeader("x-oss-err", Base64.getEncoder().encodeToString(body));
            response.setStatus(refusal.status());
        } else {
            send(response, refusal.status(), body);
        }
    }

    private static void send(HttpServletResponse response, int status, byte[] xml)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/xml");
        response.setContentLength(xml.length);
        response.getOutputStream().write(xml);
    }
}
