package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Matches captions with pictures and tables. A caption belongs to the picture just before it,
/// else to the table just after it or just before it.
final class Captions {
    private final Map<Integer, Integer> captionOf = new HashMap<>();
    private final Map<Integer, Integer> ownerOf = new HashMap<>();

    Captions(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).kind() instanceof Block.Kind.Caption) {
                int owner = owner(blocks, i);
                if (owner >= 0 && captionOf.putIfAbsent(owner, i) == null) {
                    ownerOf.put(i, owner);
                }
            }
        }
    }

    private static int owner(List<Block> blocks, int caption) {
        if (isPicture(blocks, caption - 1)) {
            return caption - 1;
        }
        if (isTable(blocks, caption + 1)) {
            return caption + 1;
        }
        return isTable(blocks, caption - 1) ? caption - 1 : -1;
    }

    private static boolean isPicture(List<Block> blocks, int at) {
        return at >= 0
                && blocks.get(at).kind() instanceof Block.Kind.Image
                && blocks.get(at).treatment() != Block.Treatment.SKIPPED;
    }

    private static boolean isTable(List<Block> blocks, int at) {
        return at >= 0
                && at < blocks.size()
                && blocks.get(at).kind() instanceof Block.Kind.Table
                && blocks.get(at).treatment() != Block.Treatment.SKIPPED;
    }

    /// The caption of the block at index `owner`. Empty if it has none.
    String textFor(int owner, List<Block> blocks) {
        Integer caption = captionOf.get(owner);
        return caption == null ? "" : blocks.get(caption).text().strip();
    }

    boolean isOwned(int caption) {
        return ownerOf.containsKey(caption);
    }

    /// The index of the picture or table that a caption belongs to.
    int ownerOf(int caption) {
        return ownerOf.getOrDefault(caption, -1);
    }
}
