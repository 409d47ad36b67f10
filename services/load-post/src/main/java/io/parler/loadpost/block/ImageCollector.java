package io.parler.loadpost.block;

import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.page.Formulas;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// Collects the images in running text, which follow it as blocks of their own.
final class ImageCollector {
    private final List<Content.Image> images = new ArrayList<>();
    private final List<Content.Image> formulas = new ArrayList<>();

    /// Adds an image, unless it is a tracking pixel.
    void add(Element img) {
        if (!ImageUrl.isPixel(img)) {
            ImageUrl.of(img).ifPresent(Formulas.isFormulaImage(img) ? formulas::add : images::add);
        }
    }

    void add(Element img, String caption) {
        ImageUrl.of(img)
                .map(image -> new Content.Image(image.alt(), caption, image.url()))
                .ifPresent(images::add);
    }

    void moveTo(BlockList blocks) {
        for (Content.Image formula : formulas) {
            blocks.skipped(formula, "", List.of(), "a formula, said in its place");
        }
        for (Content.Image image : images) {
            if (image.alt().isBlank() && image.caption().isBlank()) {
                blocks.skipped(image, "", List.of(), "a picture without words");
            } else {
                blocks.announced(image, "", "a picture is named, not read");
            }
        }
        formulas.clear();
        images.clear();
    }
}
