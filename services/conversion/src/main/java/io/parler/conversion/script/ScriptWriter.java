package io.parler.conversion.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes an article's script: the opening line, then each block in turn.
public final class ScriptWriter {
    private static final Pattern NO_WORDS =
            Pattern.compile(
                    "https?://\\S+|\\S+\\.(?:png|jpe?g|gif|svg|webp|avif)",
                    Pattern.CASE_INSENSITIVE);

    private static final int PAUSE = 400;
    private static final int PAUSE_AFTER_TITLE = 800;
    private static final int PAUSE_BEFORE_HEADING = 700;
    private static final int PAUSE_AFTER_HEADING = 500;
    private static final int PAUSE_IN_LIST = 250;

    private final Article article;
    private final Announcements announcements;
    private final String language;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Script.Entry> ledger = new ArrayList<>();

    private ScriptWriter(Article article, String language) {
        this.article = article;
        this.language = language;
        this.announcements = new Announcements(language);
    }

    public static Script write(Article article, String language) {
        return new ScriptWriter(article, language).script();
    }

    private Script script() {
        opening();
        article.blocks().forEach(this::block);
        return new Script(language, passages, ledger);
    }

    private void opening() {
        Optional<String> author =
                article.author()
                        .map(Sayable::of)
                        .filter(Sayable::isSaid)
                        .map(announcements::byline);
        String title = Sayable.of(article.title());
        if (Sayable.isSaid(title)) {
            int pause = author.isPresent() ? PAUSE : PAUSE_AFTER_TITLE;
            passages.add(new Passage(Passage.TITLE, Passage.Role.TITLE, title, 0, pause));
        }
        author.ifPresent(
                byline ->
                        passages.add(
                                new Passage(
                                        Passage.BYLINE,
                                        Passage.Role.BYLINE,
                                        byline,
                                        0,
                                        PAUSE_AFTER_TITLE)));
    }

    private void block(Block block) {
        switch (block.treatment()) {
            case SKIPPED ->
                    enter(
                            block,
                            Block.Treatment.SKIPPED,
                            block.reason().or(() -> Optional.of("not to be spoken")));
            case READ -> read(block);
            case ANNOUNCED -> announce(block);
        }
    }

    private void read(Block block) {
        String text = Sayable.of(block.text());
        if (!Sayable.isSaid(text)) {
            announce(block);
        } else if (repeatsTitle(block, text)) {
            enter(block, Block.Treatment.SKIPPED, Optional.of("the title, said at the start"));
        } else {
            passages.add(passage(block, text));
            enter(block, Block.Treatment.READ, block.reason());
        }
    }

    private void announce(Block block) {
        Optional<String> words = announcement(block).map(Sayable::of);
        if (words.isEmpty()) {
            enter(block, Block.Treatment.SKIPPED, Optional.of("there is nothing to say"));
            return;
        }
        passages.add(new Passage(block.id(), Passage.Role.ANNOUNCEMENT, words.get(), PAUSE, PAUSE));
        enter(
                block,
                Block.Treatment.ANNOUNCED,
                block.reason().or(() -> Optional.of("not read aloud")));
    }

    private Optional<String> announcement(Block block) {
        return switch (block.kind()) {
            case Block.Kind.Code code ->
                    block.text().isBlank()
                            ? Optional.empty()
                            : announcements.code(
                                    (int) block.text().strip().lines().count(), code.language());
            case Block.Kind.Table table -> announcements.table(table.rows());
            case Block.Kind.Image image -> description(image).flatMap(announcements::image);
            case Block.Kind.Embed _ -> announcements.embed();
            case Block.Kind.Heading _,
                    Block.Kind.Paragraph _,
                    Block.Kind.Quote _,
                    Block.Kind.ListItem _,
                    Block.Kind.Caption _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> description(Block.Kind.Image image) {
        String alt = inWords(image.alt());
        String caption = image.caption().strip();
        if (alt.isEmpty() || alt.equalsIgnoreCase(caption)) {
            return Optional.of(caption).filter(Sayable::isSaid);
        }
        if (caption.isEmpty()) {
            return Optional.of(alt).filter(Sayable::isSaid);
        }
        return Optional.of((endsSentence(alt) ? alt : alt + ".") + " " + caption);
    }

    /// Nothing where the alternative text is only the picture's address or file name.
    private static String inWords(String alt) {
        return NO_WORDS.matcher(alt.strip()).matches() ? "" : alt.strip();
    }

    private static boolean endsSentence(String text) {
        return ".!?…。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static Passage passage(Block block, String text) {
        return switch (block.kind()) {
            case Block.Kind.Heading _ ->
                    new Passage(
                            block.id(),
                            Passage.Role.HEADING,
                            text,
                            PAUSE_BEFORE_HEADING,
                            PAUSE_AFTER_HEADING);
            case Block.Kind.ListItem item ->
                    new Passage(
                            block.id(),
                            Passage.Role.TEXT,
                            item.ordered() ? item.index() + ". " + text : text,
                            PAUSE_IN_LIST,
                            PAUSE_IN_LIST);
            case Block.Kind.Paragraph _,
                    Block.Kind.Quote _,
                    Block.Kind.Code _,
                    Block.Kind.Table _,
                    Block.Kind.Image _,
                    Block.Kind.Caption _,
                    Block.Kind.Embed _ ->
                    new Passage(block.id(), Passage.Role.TEXT, text, 0, PAUSE);
        };
    }

    private boolean repeatsTitle(Block block, String text) {
        return block.kind() instanceof Block.Kind.Heading
                && passages.stream().allMatch(ScriptWriter::isOpening)
                && plain(text).equals(plain(Sayable.of(article.title())));
    }

    private static boolean isOpening(Passage passage) {
        return passage.role() == Passage.Role.TITLE || passage.role() == Passage.Role.BYLINE;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private void enter(Block block, Block.Treatment treatment, Optional<String> reason) {
        ledger.add(new Script.Entry(block.id(), block.kind().wireName(), treatment, reason));
    }
}
