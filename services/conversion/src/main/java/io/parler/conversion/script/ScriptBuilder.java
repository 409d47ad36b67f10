package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import io.parler.conversion.normalization.Normalizer;
import io.parler.conversion.speech.Pronouncer;
import io.parler.conversion.speech.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds a script: collects the passages and an entry in the ledger for each block.
final class ScriptBuilder {

    private final String language;
    private final TextNormalizer normalizer;
    private final Pronouncer pronouncer;
    private final Pauses pauses;
    private final ForeignParagraphs foreign;
    private final Optional<Normalizer> spokenForms;
    private final List<Passage> passages = new ArrayList<>();
    private final List<LedgerItem> ledger = new ArrayList<>();

    /// An entry. A caption also has the index of the picture or table it belongs to.
    private record LedgerItem(Script.Entry entry, Optional<Integer> captionOwner) {}

    ScriptBuilder(String language, TextNormalizer normalizer, ScriptOptions options) {
        this.language = language;
        this.normalizer = normalizer;
        this.pronouncer = new Pronouncer(options.pronunciations(), language);
        this.pauses = new Pauses(options.pace());
        this.foreign = new ForeignParagraphs(language);
        this.spokenForms =
                options.normalise() ? Optional.of(new Normalizer(language)) : Optional.empty();
    }

    void opening(String title, Optional<String> byline) {
        Words words = words(normalizer.line(title));
        Optional<Words> author =
                byline.map(normalizer::line)
                        .map(this::words)
                        .filter(said -> TextNormalizer.isSpeakable(said.text()));
        int pause = author.isPresent() ? pauses.betweenParagraphs() : pauses.afterTitle();
        add(Passage.TITLE, Passage.Role.TITLE, words, 0, pause);
        author.ifPresent(
                said -> add(Passage.BYLINE, Passage.Role.BYLINE, said, 0, pauses.afterTitle()));
    }

    String cell(String text) {
        return normalizer.cell(text);
    }

    boolean isSpeakable(String text) {
        return TextNormalizer.isSpeakable(normalizer.line(text).words().text());
    }

    /// Whether the text of the block has anything to say.
    boolean isSpeakable(Block block) {
        return TextNormalizer.isSpeakable(normalizer.line(block).words().text());
    }

    /// Adds the text of the block after `before`. False if it has nothing to say.
    boolean read(Block block, String before) {
        if (!isSpeakable(block)) {
            skip(block, "there is nothing to say");
            return false;
        }
        LineBuilder line = new LineBuilder().append(before);
        normalizer.add(line, block.text(), foreign.inlines(block));
        Words words = words(line);
        switch (block.kind()) {
            case Block.Kind.Heading _ ->
                    add(
                            block.id(),
                            Passage.Role.HEADING,
                            words,
                            pauses.beforeHeading(),
                            pauses.afterHeading());
            case Block.Kind.ListItem _ ->
                    add(
                            block.id(),
                            Passage.Role.TEXT,
                            words,
                            pauses.betweenItems(),
                            pauses.betweenItems());
            default ->
                    add(
                            block.id(),
                            Passage.Role.TEXT,
                            words,
                            pauses.betweenParagraphs(),
                            pauses.betweenParagraphs());
        }
        addEntry(block, Block.Treatment.READ, Optional.empty());
        return true;
    }

    /// Adds the announcement, if any, and then the lines of the block.
    void readLines(Block block, Optional<String> announcement, List<String> lines) {
        // The spoken forms are for prose; they would take the names in program text apart.
        boolean isCode = block.kind() instanceof Block.Kind.Code;
        List<Words> said =
                lines.stream()
                        .map(normalizer::line)
                        .map(line -> isCode ? pronouncer.apply(line.words()) : words(line))
                        .filter(words -> TextNormalizer.isSpeakable(words.text()))
                        .toList();
        if (said.isEmpty()) {
            skip(block, "there is nothing to say");
            return;
        }
        announcement.ifPresent(words -> say(block, words));
        for (int i = 0; i < said.size(); i++) {
            int before = i == 0 ? pauses.betweenParagraphs() : pauses.betweenItems();
            int after = i + 1 == said.size() ? pauses.betweenParagraphs() : pauses.betweenItems();
            add(block.id(), Passage.Role.TEXT, said.get(i), before, after);
        }
        addEntry(block, Block.Treatment.READ, Optional.empty());
    }

    /// Adds an announcement instead of the block.
    void announce(Block block, String words, String reason) {
        say(block, words);
        addEntry(block, Block.Treatment.ANNOUNCED, Optional.of(reason));
    }

    /// Adds an announcement beside the block.
    void say(Block block, String words) {
        add(
                block.id(),
                Passage.Role.ANNOUNCEMENT,
                words(normalizer.line(words)),
                pauses.betweenParagraphs(),
                pauses.betweenParagraphs());
    }

    void skip(Block block, String reason) {
        addEntry(block, Block.Treatment.SKIPPED, Optional.of(reason));
    }

    /// Adds a caption to the ledger. It is spoken together with the block at index `owner`, if
    /// that one is.
    void caption(Block block, int owner) {
        Script.Entry entry =
                entry(
                        block,
                        Block.Treatment.SKIPPED,
                        Optional.of("what it belongs to is left out"));
        ledger.add(new LedgerItem(entry, Optional.of(owner)));
    }

    private Words words(LineBuilder line) {
        Words words = pronouncer.apply(line.words());
        return spokenForms.map(forms -> forms.apply(words)).orElse(words);
    }

    private void add(String block, Passage.Role role, Words words, int before, int after) {
        if (TextNormalizer.isSpeakable(words.text())) {
            passages.add(new Passage(block, role, words, before, after));
        }
    }

    private void addEntry(Block block, Block.Treatment treatment, Optional<String> reason) {
        ledger.add(new LedgerItem(entry(block, treatment, reason), Optional.empty()));
    }

    private static Script.Entry entry(
            Block block, Block.Treatment treatment, Optional<String> reason) {
        String text =
                block.kind() instanceof Block.Kind.Image image
                        ? ImageDescriptions.description(image, "").orElse("")
                        : block.text();
        return new Script.Entry(block.id(), block.kind().wireName(), text, treatment, reason);
    }

    Script script() {
        return new Script(language, withHeadAndEnd(), ledger.stream().map(this::toEntry).toList());
    }

    private List<Passage> withHeadAndEnd() {
        List<Passage> all = new ArrayList<>(passages);
        if (!all.isEmpty()) {
            all.set(0, all.getFirst().withPauseBefore(Pauses.HEAD));
            all.set(all.size() - 1, all.getLast().withPauseAfter(Pauses.END));
        }
        return all;
    }

    private Script.Entry toEntry(LedgerItem item) {
        Script.Entry entry = item.entry();
        if (item.captionOwner().isEmpty()) {
            return entry;
        }
        Script.Entry owner = ledger.get(item.captionOwner().get()).entry();
        if (owner.treatment() == Block.Treatment.SKIPPED) {
            return entry;
        }
        String reason =
                owner.kind().equals("table") ? "said with its table" : "said with its picture";
        return new Script.Entry(
                entry.block(), entry.kind(), entry.text(), entry.treatment(), Optional.of(reason));
    }
}
