package io.parler.polly.mary;

import io.parler.polly.Manner;
import java.util.List;
import org.w3c.dom.Element;

/// A phrase as phones, ready for the acoustic model.
///
/// @param segments `ph` and `boundary` elements of MaryXML, in order
/// @param tokens for each segment the index of the token it belongs to
/// @param manners for each token how it is said
record Pronounced(List<Element> segments, List<Integer> tokens, List<Manner> manners) {

    boolean isSilent() {
        return segments.stream().noneMatch(segment -> segment.getTagName().equals("ph"));
    }
}
