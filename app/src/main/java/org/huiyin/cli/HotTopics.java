package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huiyin.text.UnreadableTable;
import org.huiyin.topic.Heat;
import org.huiyin.topic.Message;
import org.huiyin.topic.MessageFile;
import org.huiyin.topic.Topic;
import org.huiyin.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin topics}: what a table of messages is mostly about, hottest first. */
@Command(
        name = "topics",
        description = "Find the hottest topics of a table of messages.",
        footer = {
            "",
            "The table has the columns 留言编号, 留言主题, 留言时间, 留言详情, and if known 留言用户, 点赞数, 反对数.",
            "Example: ./huiyin topics messages.csv --top 5",
        })
final class HotTopics implements Callable<Integer> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8, packed with gzip or not.")
    private Path file = Path.of("");

    @Option(names = "--top", defaultValue = "10", paramLabel = "N", description = "How many topics (${DEFAULT-VALUE}).")
    private int top = 10;

    @Option(names = "--heat", paramLabel = "FILE", description = "Weights of one's own; see docs/topics.md.")
    private @Nullable Path weights;

    @Option(
            names = "--zone",
            defaultValue = "Asia/Shanghai",
            paramLabel = "ZONE",
            description = "Time zone of the table (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneOffset.UTC;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new CannotRun("--top takes 1 or more.");
        }
        try {
            List<Message> messages = new MessageFile(file, zone).read();
            Instant end =
                    messages.stream().map(Message::at).max(Instant::compareTo).orElseThrow();
            tell(Topics.of(messages, end, weights == null ? Heat.shipped() : Heat.read(weights), top));
        } catch (UnreadableTable e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private void tell(List<Topic> topics) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CSVPrinter table = new CSVPrinter(out, CSVFormat.RFC4180);
        table.printRecord(
                "rank", "heat", "from", "to", "where", "description", "messages", "people", "likes", "members");
        for (Topic topic : topics) {
            table.printRecord(
                    topic.rank(),
                    String.format(Locale.ROOT, "%.2f", topic.heat()),
                    DAY.format(topic.from().atZone(zone)),
                    DAY.format(topic.to().atZone(zone)),
                    topic.where(),
                    topic.description(),
                    topic.members().size(),
                    topic.people(),
                    topic.likes(),
                    String.join(" ", topic.members()));
        }
        table.flush();
    }
}
