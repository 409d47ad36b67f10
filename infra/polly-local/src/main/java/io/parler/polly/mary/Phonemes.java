package io.parler.polly.mary;

import io.parler.polly.text.Prosody;
import java.util.List;
import org.w3c.dom.Element;

/// The phones of a phrase: the input of the acoustic model.
///
/// @param segments `ph` and `boundary` elements of MaryXML, in order
/// @param tokens the index of the token of each segment
/// @param prosodies the prosody of each token
record Phonemes(List<Element> segments, List<Integer> tokens, List<Prosody> prosodies) {

    boolean isSilent() {
        return segments.stream().noneMatch(segment -> segment.getTagName().equals("ph"));
    }
}
