package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which caption belongs to which picture or table: the one that stands right behind a picture,
/// or next to a table.
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
        if (isSaidPicture(blocks, caption - 1)) {
            return caption - 1;
        }
        if (isTable(blocks, caption + 1)) {
            return caption + 1;
        }
        return isTable(blocks, caption - 1) ? caption - 1 : -1;
    }

    private static boolean isSaidPicture(List<Block> blocks, int at) {
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

    /// The text of the caption of the block at this place; empty where it has none.
    String of(int owner, List<Block> blocks) {
        Integer caption = captionOf.get(owner);
        return caption == null ? "" : blocks.get(caption).text().strip();
    }

    boolean isOwned(int caption) {
        return ownerOf.containsKey(caption);
    }

    /// The place of the block an owned caption belongs to.
    int ownerOf(int caption) {
        return ownerOf.getOrDefault(caption, -1);
    }
}
