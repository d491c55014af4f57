package io.hongbi.local.demo;

import io.hongbi.local.client.Submission;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All samples on one HTML page that needs nothing but itself. */
final class Report {

    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("graded", "已批阅"),
                    Map.entry("retake", "请重拍"),
                    Map.entry("needs-review", "待老师确认"),
                    Map.entry("released", "已发布"),
                    Map.entry("failed", "失败"),
                    Map.entry("received", "已收到"),
                    Map.entry("reading", "批阅中"),
                    Map.entry("blurred", "模糊"),
                    Map.entry("dark", "太暗"),
                    Map.entry("glare", "反光"),
                    Map.entry("cut-off", "没拍全"),
                    Map.entry("too-small", "太小"),
                    Map.entry("unreadable", "无法读取"),
                    Map.entry("not-homework", "不是作业"),
                    Map.entry("blank", "空白"),
                    Map.entry("partial", "部分完成"),
                    Map.entry("complete", "完成"));

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="zh">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>红笔 Hongbi</title>
            <style>
              body { font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 72rem;
                     padding: 0 1rem; color: #222; background: #faf8f5 }
              h1 { color: #c0241c }
              main { display: grid; gap: 1rem;
                     grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)) }
              article { background: #fff; border-radius: .5rem; padding: 1rem;
                        box-shadow: 0 1px 4px #0002 }
              img { width: 100%; height: 20rem; object-fit: contain; background: #eee }
              dl { display: grid; grid-template-columns: auto 1fr; gap: 0 1rem; margin: .5rem 0 }
              dt { color: #666 } dd { margin: 0 }
              .retake, .failed, .wrong { color: #c0241c } .graded, .released, .right { color: #17712f }
            </style>
            <h1>红笔 Hongbi</h1>
            <p>样例照片经过整套服务后的结果 / What came back for the sample photos.</p>
            <main>
            """;

    private final List<Shown> samples;

    Report(List<Shown> samples) {
        this.samples = samples;
    }

    String html() {
        return samples.stream()
                .map(Report::article)
                .collect(Collectors.joining("", HEAD, "</main>\n</html>\n"));
    }

    private static String article(Shown shown) {
        return """
        <article>
          <img alt="" src="data:image/jpeg;base64,%s">
          <h2 class="%s">%s</h2>
          <dl>
            <dt>照片 photo</dt><dd>%s</dd>
            <dt>质量 quality</dt><dd>%s</dd>
            <dt>作业 homework</dt><dd>%s</dd>
            <dt>完成 completion</dt><dd>%s</dd>
            <dt>得分 score</dt><dd>%s</dd>
            <dt>上传到结果 upload to reading</dt><dd>%d ms</dd>
            %s
          </dl>
          %s
        </article>
        """
                .formatted(
                        image(shown),
                        escaped(shown.state()),
                        both(shown.state()),
                        escaped(shown.photo().name()),
                        both(Line.quality(shown)),
                        escaped(Line.homework(shown)),
                        both(Line.completion(shown)),
                        escaped(Line.score(shown)),
                        shown.toReading().toMillis(),
                        shown.stations().map(Report::stations).orElse(""),
                        marks(shown));
    }

    /** Every mark with its reason. */
    private static String marks(Shown shown) {
        List<Submission.Mark> marks = shown.submission().map(Submission::marks).orElse(List.of());
        return marks.isEmpty()
                ? ""
                : marks.stream()
                        .map(mark ->
                                "<li class=\"%s\">%s</li>"
                                        .formatted(escaped(mark.verdict()), escaped(mark.reason())))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "<details><summary>每一题 marks</summary><ol>",
                                        "</ol></details>"));
    }

    private static String stations(Stations stations) {
        return """
        <dt>收到后 after receipt</dt><dd>%d ms 已通告 announced<br>%d ms 开始读 taken<br>
          %d ms 读完 read<br>%d ms 入库 recorded</dd>
        <dt>读图 CPU</dt><dd>%.1f ms</dd>
        """
                .formatted(
                        stations.announced().toMillis(),
                        stations.taken().toMillis(),
                        stations.read().toMillis(),
                        stations.recorded().toMillis(),
                        stations.cpuMillis());
    }

    private static String image(Shown shown) {
        byte[] bytes = shown.preview().length > 0 ? shown.preview() : shown.photo().bytes();
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Each known word with its Chinese twin. */
    private static String both(String words) {
        return escaped(
                List.of(words.split(" ")).stream()
                        .map(word ->
                                CHINESE.containsKey(word) ? CHINESE.get(word) + " " + word : word)
                        .collect(Collectors.joining(" ")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
