package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import java.util.Optional;

/// How strictly an attempt removes suspicious elements. A less strict attempt follows if too
/// little text is left.
record Strictness(boolean dropUnlikely, boolean trustClassNames, boolean trim) {
    static final Strictness FULL = new Strictness(true, true, true);

    Optional<Strictness> looser() {
        if (dropUnlikely) {
            return Optional.of(new Strictness(false, true, true));
        }
        if (trustClassNames) {
            return Optional.of(new Strictness(false, false, true));
        }
        return trim ? Optional.of(new Strictness(false, false, false)) : Optional.empty();
    }

    int weight(org.jsoup.nodes.Element element) {
        return trustClassNames ? ClassNames.weight(element) : 0;
    }
}
