package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.text.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects the blocks of one article. Each gets an id that changes only with its kind and text.
public final class BlockList {
    private final List<Block> blocks = new ArrayList<>();
    private final MessageDigest sha256 = sha256();
    private int within;
    private int lettersRead;
    private final Map<String, Integer> seen = new HashMap<>();

    void read(Content content, String text, List<Span> spans) {
        add(content, text, spans, Spoken.READ, Optional.empty(), false);
    }

    void announced(Content content, String text, String reason) {
        add(content, text, List.of(), Spoken.ANNOUNCED, Optional.of(reason), false);
    }

    void skipped(Content content, String text, List<Span> spans, String reason, boolean beside) {
        add(content, text, spans, Spoken.SKIPPED, Optional.of(reason), beside);
    }

    /// Adds a block of another list; its id may change.
    public void add(Block block) {
        add(
                block.content(),
                block.text(),
                block.spans(),
                block.spoken(),
                block.reason(),
                block.beside());
    }

    String lastId() {
        return blocks.getLast().id();
    }

    /// The number of blocks that are part of the article.
    int sizeWithin() {
        return within;
    }

    /// The length of the text that is read so far.
    int lettersRead() {
        return lettersRead;
    }

    public List<Block> list() {
        return List.copyOf(blocks);
    }

    private void add(
            Content content,
            String text,
            List<Span> spans,
            Spoken spoken,
            Optional<String> reason,
            boolean beside) {
        String hash =
                hash(kind(content) + "\n" + (content instanceof Content.Image i ? i.url() : text));
        int occurrence = seen.merge(hash, 1, Integer::sum);
        String id = occurrence == 1 ? hash : hash + "-" + occurrence;
        blocks.add(new Block(id, content, text, spans, spoken, reason, beside));
        within += beside ? 0 : 1;
        lettersRead += spoken == Spoken.READ ? text.length() : 0;
    }

    private static String kind(Content content) {
        return content.getClass().getSimpleName();
    }

    private String hash(String text) {
        byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
