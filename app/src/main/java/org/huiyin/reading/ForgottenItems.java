package org.huiyin.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.matter.Forgetting;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sentence a matter was made of goes from the document that was read in when the matter is anonymised; the rest of the document stays. */
@Component
final class ForgottenItems implements Forgetting {

    private static final String GONE = "（已匿名）";
    private static final JsonMapper JSON = new JsonMapper();

    private static final String SAID = """
            select d.id, d.articles, i.article, i.source, i.title from read_item i join read_document d on d.id = i.document_id
            where i.matter_id = any(?) order by d.id for update
            """;
    private static final String ARTICLES = """
            update read_document set articles = ?::jsonb where id = ?
            """;
    /** What else was found in the same sentence says it too. */
    private static final String ITEMS = """
            update read_item set title = '（已匿名）', who = '', measures = '', source = '', mark_from = 0, mark_to = 0, place = left(place, 12)
            where matter_id = any(?)
              or (document_id, source) in (select o.document_id, o.source from read_item o where o.matter_id = any(?) and o.source <> '')
            """;

    private record Said(long document, String articles, int article, String source, String title) {}

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        List<Said> said = said(connection, matters);
        try (PreparedStatement write = connection.prepareStatement(ARTICLES)) {
            for (int from = 0; from < said.size(); ) {
                long document = said.get(from).document();
                JsonNode articles = JSON.readTree(said.get(from).articles());
                for (; from < said.size() && said.get(from).document() == document; from++) {
                    forget(articles.path(said.get(from).article()), said.get(from));
                }
                write.setString(1, JSON.writeValueAsString(articles));
                write.setLong(2, document);
                write.addBatch();
            }
            write.executeBatch();
        }
        Forgetting.execute(connection, matters, ITEMS);
    }

    private static List<Said> said(Connection connection, Long[] matters) throws SQLException {
        List<Said> said = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SAID)) {
            statement.setArray(1, connection.createArrayOf("int8", matters));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    said.add(new Said(
                            row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return said;
    }

    /** Every text that holds the sentence loses it; a text that is a piece of it, such as a name, goes. */
    private static void forget(JsonNode node, Said said) {
        switch (node) {
            case ObjectNode object ->
                object.propertyNames().stream()
                        .toList()
                        .forEach(name -> object.set(name, kept(object.path(name), said)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, kept(array.path(i), said));
                }
            }
            default -> {}
        }
    }

    private static JsonNode kept(JsonNode node, Said said) {
        forget(node, said);
        if (!node.isString()) {
            return node;
        }
        String text = node.asString();
        String left = said.source().isEmpty() ? text : text.replace(said.source(), GONE);
        boolean piece = text.length() > 1
                && (said.source().contains(text) || said.title().contains(text));
        String now = piece ? GONE : left;
        return now.equals(text) ? node : JSON.getNodeFactory().stringNode(now);
    }
}
