package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.page.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Collects the images in running text, which follow it as blocks of their own.
final class ImageCollector {
    private final List<Collected> images = new ArrayList<>();

    private record Collected(Content.Image image, boolean formula, BlockContext context) {}

    /// Adds an image, unless it is a tracking pixel.
    void add(Element img, BlockContext context) {
        if (!ImageUrl.isPixel(img)) {
            boolean formula = Formulas.isFormulaImage(img);
            ImageUrl.of(img).ifPresent(image -> images.add(new Collected(image, formula, context)));
        }
    }

    void add(Element img, String caption, BlockContext context) {
        ImageUrl.of(img)
                .map(image -> new Content.Image(image.alt(), caption, image.url()))
                .ifPresent(image -> images.add(new Collected(image, false, context)));
    }

    void moveTo(BlockList blocks) {
        for (Collected collected : images) {
            Content.Image image = collected.image();
            Optional<String> reason = skipReason(collected);
            if (reason.isPresent()) {
                blocks.skipped(image, "", List.of(), reason.get(), collected.context().beside());
            } else {
                blocks.announced(image, "", "a picture is named, not read");
            }
        }
        images.clear();
    }

    private static Optional<String> skipReason(Collected collected) {
        Optional<String> around = collected.context().skipReason();
        if (around.isPresent()) {
            return around;
        }
        if (collected.formula()) {
            return Optional.of("a formula, said in its place");
        }
        boolean silent = collected.image().alt().isBlank() && collected.image().caption().isBlank();
        return silent ? Optional.of("a picture without words") : Optional.empty();
    }
}
