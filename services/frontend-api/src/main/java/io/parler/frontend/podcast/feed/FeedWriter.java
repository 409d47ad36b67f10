package io.parler.frontend.podcast.feed;

import static io.parler.frontend.podcast.feed.ShowNotes.cleaned;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.content.ContentModule;
import com.rometools.modules.content.ContentModuleImpl;
import com.rometools.modules.itunes.EntryInformationImpl;
import com.rometools.modules.itunes.FeedInformationImpl;
import com.rometools.modules.itunes.types.Category;
import com.rometools.modules.itunes.types.Duration;
import com.rometools.modules.itunes.types.Subcategory;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEnclosureImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastSettings;
import io.parler.frontend.podcast.artwork.Artwork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/// Writes a show as an RSS feed for podcast apps: PSP-1, with the elements that Apple and Spotify
/// ask for.
public final class FeedWriter {
    /// Episodes on one page of the feed (RFC 5005, section 3).
    static final int PAGE_SIZE = 200;

    private static final Comparator<Episode> NEWEST_FIRST =
            Comparator.comparing(Episode::publishedAt)
                    .thenComparing(episode -> episode.conversionId().toString())
                    .reversed();

    private final FeedAddress addresses;

    public FeedWriter(FeedAddress addresses) {
        this.addresses = addresses;
    }

    /// A page of the feed, from 1, in UTF-8. Empty when there is no such page.
    public Optional<byte[]> write(Podcast podcast, List<Episode> episodes, int page) {
        List<Episode> listed =
                episodes.stream().filter(it -> !it.excluded()).sorted(NEWEST_FIRST).toList();
        int pages = Math.max(1, (listed.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        if (page > pages) {
            return Optional.empty();
        }
        List<Episode> shown =
                listed.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, listed.size()));
        SyndFeed feed = channel(podcast, listed);
        feed.getModules().add(links(podcast, page, pages));
        feed.setEntries(shown.stream().map(this::item).toList());
        return Optional.of(xml(feed));
    }

    private SyndFeed channel(Podcast podcast, List<Episode> listed) {
        PodcastSettings settings = podcast.settings();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("rss_2.0");
        feed.setTitle(cleaned(settings.title()));
        feed.setDescription(cleaned(settings.description()));
        feed.setLink(settings.link());
        feed.setLanguage(settings.language());
        feed.setGenerator("Parler");
        if (!listed.isEmpty()) {
            feed.setPublishedDate(Date.from(listed.getFirst().publishedAt()));
        }
        feed.getModules().add(apple(podcast));
        feed.getModules()
                .add(
                        new PodcastModule(
                                podcast.guid(),
                                settings.locked(),
                                settings.ownerEmail().orElse(null),
                                settings.txt().stream().map(ShowNotes::cleaned).toList()));
        return feed;
    }

    private Module apple(Podcast podcast) {
        PodcastSettings settings = podcast.settings();
        FeedInformationImpl apple = new FeedInformationImpl();
        apple.setAuthor(cleaned(settings.author()));
        settings.ownerEmail()
                .ifPresent(
                        email -> {
                            apple.setOwnerName(cleaned(settings.author()));
                            apple.setOwnerEmailAddress(email);
                        });
        apple.setCategories(settings.categories().stream().map(FeedWriter::category).toList());
        apple.setExplicit(settings.explicit());
        apple.setType("episodic");
        // Directories must not list a show that only its listeners may know.
        apple.setBlock(settings.isPrivate());
        apple.setImageUri(addresses.artwork(podcast.id(), Artwork.of(settings).version()));
        return apple;
    }

    private static Category category(String name) {
        String[] levels = name.split(" > ", 2);
        Category category = new Category(levels[0]);
        if (levels.length == 2) {
            category.setSubcategory(new Subcategory(levels[1]));
        }
        return category;
    }

    private Module links(Podcast podcast, int page, int pages) {
        List<Link> links = new ArrayList<>();
        links.add(link("self", addresses.page(podcast, page)));
        if (pages > 1) {
            links.add(link("first", addresses.page(podcast, 1)));
            links.add(link("last", addresses.page(podcast, pages)));
            if (page > 1) {
                links.add(link("previous", addresses.page(podcast, page - 1)));
            }
            if (page < pages) {
                links.add(link("next", addresses.page(podcast, page + 1)));
            }
        }
        AtomLinkModuleImpl module = new AtomLinkModuleImpl();
        module.setLinks(links);
        return module;
    }

    private static Link link(String relation, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType("application/rss+xml");
        return link;
    }

    private SyndEntry item(Episode episode) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(cleaned(episode.title()));
        entry.setLink(episode.link().orElseGet(() -> addresses.player(episode)));
        entry.setUri(episode.guid());
        entry.setPublishedDate(Date.from(episode.publishedAt()));
        SyndContent description = new SyndContentImpl();
        // Apps read it as HTML.
        description.setType("text/html");
        description.setValue(ShowNotes.html(episode));
        entry.setDescription(description);
        entry.setEnclosures(List.of(enclosure(episode)));
        ContentModule content = new ContentModuleImpl();
        content.setEncodeds(List.of(ShowNotes.html(episode)));
        entry.getModules().addAll(List.of(content, apple(episode), podcasting(episode)));
        return entry;
    }

    private SyndEnclosure enclosure(Episode episode) {
        SyndEnclosure enclosure = new SyndEnclosureImpl();
        enclosure.setUrl(addresses.object(episode.audio().key()));
        enclosure.setLength(episode.audio().bytes());
        enclosure.setType("audio/mpeg");
        return enclosure;
    }

    private static Module apple(Episode episode) {
        EntryInformationImpl apple = new EntryInformationImpl();
        apple.setDuration(new Duration(Math.round(episode.audio().seconds() * 1000)));
        episode.details().author().ifPresent(author -> apple.setAuthor(cleaned(author)));
        apple.setEpisodeType("full");
        apple.setSummary(ShowNotes.text(episode));
        return apple;
    }

    private Module podcasting(Episode episode) {
        List<EpisodeModule.Transcript> transcripts = new ArrayList<>();
        episode.details().vttKey().ifPresent(key -> transcripts.add(transcript(key, "text/vtt")));
        episode.details()
                .transcriptKey()
                .ifPresent(key -> transcripts.add(transcript(key, "application/json")));
        return new EpisodeModule(
                transcripts, episode.details().chaptersKey().map(addresses::object).orElse(null));
    }

    private EpisodeModule.Transcript transcript(String key, String type) {
        return new EpisodeModule.Transcript(addresses.object(key), type);
    }

    private static byte[] xml(SyndFeed feed) {
        try {
            Document document = new SyndFeedOutput().outputJDom(feed);
            AppleElements.correct(document.getRootElement());
            return new XMLOutputter(Format.getPrettyFormat())
                    .outputString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME can't write the feed", e);
        }
    }
}
