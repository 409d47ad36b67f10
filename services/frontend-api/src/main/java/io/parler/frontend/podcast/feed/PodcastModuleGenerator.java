package io.parler.frontend.podcast.feed;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Writes the elements of the podcast namespace. ROME finds it by `rome.properties`.
public final class PodcastModuleGenerator implements ModuleGenerator {
    private static final Namespace PODCAST =
            Namespace.getNamespace("podcast", PodcastModule.NAMESPACE);

    @Override
    public String getNamespaceUri() {
        return PodcastModule.NAMESPACE;
    }

    @Override
    public Set<Namespace> getNamespaces() {
        return Set.of(PODCAST);
    }

    @Override
    public void generate(Module module, Element parent) {
        switch (module) {
            case PodcastModule podcast -> add(podcast, parent);
            case EpisodeModule episode -> add(episode, parent);
            default -> throw new IllegalArgumentException("not of the podcast namespace");
        }
    }

    private static void add(PodcastModule podcast, Element channel) {
        channel.addContent(element("guid", podcast.guid()));
        channel.addContent(element("medium", "podcast"));
        Element locked = element("locked", podcast.locked() ? "yes" : "no");
        if (podcast.lockedBy() != null) {
            locked.setAttribute("owner", podcast.lockedBy());
        }
        channel.addContent(locked);
        podcast.txt().forEach(line -> channel.addContent(element("txt", line)));
    }

    private static void add(EpisodeModule episode, Element item) {
        for (EpisodeModule.Transcript transcript : episode.transcripts()) {
            item.addContent(
                    element("transcript", null)
                            .setAttribute("url", transcript.url())
                            .setAttribute("type", transcript.type()));
        }
        if (episode.chapters() != null) {
            item.addContent(
                    element("chapters", null)
                            .setAttribute("url", episode.chapters())
                            .setAttribute("type", "application/json+chapters"));
        }
    }

    private static Element element(String name, @Nullable String text) {
        Element element = new Element(name, PODCAST);
        return text == null ? element : element.setText(text);
    }
}
