package io.parler.conversion.script;

import static io.parler.request.ContentKind.CODE;
import static io.parler.request.ContentKind.FIGURES;
import static io.parler.request.ContentKind.FOOTNOTES;
import static io.parler.request.ContentKind.FORMULAS;
import static io.parler.request.ContentKind.QUOTES;
import static io.parler.request.ContentKind.TABLES;

import io.parler.conversion.PreparationBudget;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.request.ContentKind;
import io.parler.request.Policy;
import java.util.List;
import java.util.Optional;

/// Writes the script of an article: the opening line, then each block in turn. Blocks that
/// load-post skipped stay out, except those that the listener wants. The options decide about code,
/// tables, pictures, footnotes, formulas and quotations.
public final class ScriptWriter {
    private static final String NOTHING_TO_SAY = "there is nothing to say";
    private static final String NO_WORDS = "no words for it in this language";

    private final Article article;
    private final List<Block> blocks;
    private final ScriptOptions options;
    private final Announcements announcements;
    private final Captions captions;
    private final ScriptBuilder draft;

    /// The last block of a quotation whose end is not yet announced.
    private Optional<Block> openQuote = Optional.empty();

    private ScriptWriter(Article article, String language, ScriptOptions options) {
        this.article = article;
        this.options = options;
        this.blocks = article.blocks().stream().map(this::withInclusion).toList();
        this.announcements = new Announcements(language);
        this.captions = new Captions(blocks);
        this.draft =
                new ScriptBuilder(language, new TextNormalizer(options, announcements), options);
    }

    /// Writes a script.
    ///
    /// @throws io.parler.problem.ProblemException when it takes too long
    public static Script write(Article article, String language, ScriptOptions options) {
        return PreparationBudget.within(
                budget -> new ScriptWriter(article, language, options).script(budget));
    }

    /// The block, to be read if the listener wants it.
    private Block withInclusion(Block block) {
        return isIncluded(block)
                ? new Block(
                        block.id(),
                        block.kind(),
                        block.text(),
                        Block.Treatment.READ,
                        Optional.empty(),
                        block.inlines())
                : block;
    }

    private boolean isIncluded(Block block) {
        return options.include().contains(block.id());
    }

    private Policy policy(ContentKind kind, Block block) {
        return isIncluded(block) ? Policy.READ : options.policy(kind);
    }

    private Script script(PreparationBudget budget) {
        draft.opening(
                isBeginning(article.title()) ? "" : article.title(),
                article.author().filter(TextNormalizer::isSpeakable).map(announcements::byline));
        for (int at = 0; at < blocks.size(); at++) {
            budget.check();
            Block block = blocks.get(at);
            if (!(block.kind() instanceof Block.Kind.Quote)) {
                endQuote();
            }
            if (block.kind() instanceof Block.Kind.Caption
                    && captions.isOwned(at)
                    && !isIncluded(block)) {
                draft.caption(block, captions.ownerOf(at));
            } else if (isLeftOut(block)) {
                draft.skip(block, block.reason().orElse("not to be spoken"));
            } else {
                write(at, block);
            }
        }
        endQuote();
        return draft.script();
    }

    /// Whether a title is only the beginning of the text, as load-post makes one for a post
    /// without a title. Said first, it would be said twice.
    private boolean isBeginning(String title) {
        String words = title.strip();
        boolean cut = words.endsWith("…");
        String start = cut ? words.substring(0, words.length() - 1).stripTrailing() : words;
        return !start.isEmpty()
                && blocks.stream()
                        .filter(block -> block.treatment() == Block.Treatment.READ)
                        .findFirst()
                        .filter(block -> !(block.kind() instanceof Block.Kind.Heading))
                        .map(block -> block.text().strip())
                        .filter(text -> cut ? text.startsWith(start) : text.equals(start))
                        .isPresent();
    }

    /// load-post skips every footnote, but the options decide about them here.
    private static boolean isLeftOut(Block block) {
        return block.treatment() == Block.Treatment.SKIPPED
                && !(block.kind() instanceof Block.Kind.Footnote);
    }

    private void write(int at, Block block) {
        switch (block.kind()) {
            case Block.Kind.Heading _, Block.Kind.Paragraph _, Block.Kind.Caption _ ->
                    text(block, "");
            case Block.Kind.ListItem item -> text(block, item.mark());
            case Block.Kind.Quote _ -> quote(block);
            case Block.Kind.Code code -> code(block, code);
            case Block.Kind.Table table -> table(block, table, captions.textFor(at, blocks));
            case Block.Kind.Image image -> figure(block, image, captions.textFor(at, blocks));
            case Block.Kind.Footnote _ -> footnote(block);
            case Block.Kind.Formula _ -> formula(block);
            case Block.Kind.Embed _ -> announce(block, announcements.embed(), "not read aloud");
        }
    }

    private void text(Block block, String before) {
        if (block.treatment() == Block.Treatment.READ) {
            draft.read(block, before);
        } else {
            draft.skip(block, block.reason().orElse(NOTHING_TO_SAY));
        }
    }

    private void announce(Block block, Optional<String> words, String reason) {
        words.ifPresentOrElse(
                said -> draft.announce(block, said, reason), () -> draft.skip(block, NO_WORDS));
    }

    private void quote(Block block) {
        Policy policy = policy(QUOTES, block);
        if (policy == Policy.SKIP) {
            draft.skip(block, "quotations are left out");
            return;
        }
        boolean begins =
                openQuote.isEmpty() && policy == Policy.ANNOUNCE && draft.isSpeakable(block);
        if (begins) {
            announcements.quote().ifPresent(words -> draft.say(block, words));
        }
        if (draft.read(block, "") && policy == Policy.ANNOUNCE) {
            openQuote = Optional.of(block);
        }
    }

    private void endQuote() {
        openQuote.ifPresent(
                block -> announcements.endOfQuote().ifPresent(words -> draft.say(block, words)));
        openQuote = Optional.empty();
    }

    private void code(Block block, Block.Kind.Code code) {
        List<String> lines = block.text().strip().lines().toList();
        switch (policy(CODE, block)) {
            case SKIP -> draft.skip(block, "program text is left out");
            case READ -> draft.readLines(block, Optional.empty(), lines);
            case ANNOUNCE -> {
                if (block.text().isBlank()) {
                    draft.skip(block, NOTHING_TO_SAY);
                } else {
                    announce(
                            block,
                            announcements.code(lines.size(), code.language()),
                            "program text is not read aloud");
                }
            }
        }
    }

    private void table(Block block, Block.Kind.Table table, String caption) {
        TableSentences words = new TableSentences(table, draft::cell);
        Policy policy = policy(TABLES, block);
        Optional<String> announcement =
                announcements.table(
                        words.rowCount(),
                        words.columnCount(),
                        ImageDescriptions.withoutFullStop(caption));
        if (policy == Policy.SKIP) {
            draft.skip(block, "tables are left out");
        } else if (words.isEmpty()) {
            draft.skip(block, NOTHING_TO_SAY);
        } else if (policy == Policy.READ || block.treatment() == Block.Treatment.READ) {
            draft.readLines(block, announcement, words.sentences());
        } else {
            announce(block, announcement, block.reason().orElse("tables are not read aloud"));
        }
    }

    private void figure(Block block, Block.Kind.Image image, String caption) {
        Optional<String> description =
                ImageDescriptions.description(image, caption).filter(draft::isSpeakable);
        Policy policy = policy(FIGURES, block);
        if (policy == Policy.SKIP) {
            draft.skip(block, "pictures are left out");
        } else if (description.isEmpty()) {
            draft.skip(block, NOTHING_TO_SAY);
        } else if (policy == Policy.READ) {
            draft.readLines(block, Optional.empty(), List.of(description.get()));
        } else {
            announce(
                    block,
                    description.flatMap(announcements::picture),
                    "a picture is named, not read");
        }
    }

    private void footnote(Block block) {
        switch (policy(FOOTNOTES, block)) {
            case SKIP -> draft.skip(block, "footnotes are not read aloud");
            case READ -> draft.read(block, "");
            case ANNOUNCE ->
                    announcements
                            .footnote()
                            .ifPresentOrElse(
                                    words -> draft.read(block, words + " "),
                                    () -> draft.skip(block, NO_WORDS));
        }
    }

    private void formula(Block block) {
        switch (policy(FORMULAS, block)) {
            case SKIP -> draft.skip(block, "formulas are left out");
            case READ ->
                    draft.readLines(
                            block,
                            Optional.empty(),
                            List.of(TexFormula.toWords(block.text(), announcements.isEnglish())));
            case ANNOUNCE ->
                    announce(block, announcements.formula(), "formulas are not read aloud");
        }
    }
}
