package io.parler.frontend.aws;

import static io.parler.frontend.aws.PodcastItem.flag;
import static io.parler.frontend.aws.PodcastItem.number;
import static io.parler.frontend.aws.PodcastItem.numeral;
import static io.parler.frontend.aws.PodcastItem.optional;
import static io.parler.frontend.aws.PodcastItem.string;
import static io.parler.frontend.aws.PodcastItem.text;

import io.parler.frontend.Audio;
import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.PodcastId;
import io.parler.id.ConversionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An episode as an item of the table Episodes: partition `podcastId`, sorted by `postId`.
final class EpisodeItem {
    private EpisodeItem() {}

    static Map<String, AttributeValue> key(PodcastId podcast, String postId) {
        return Map.of("podcastId", text(podcast.value()), "postId", text(postId));
    }

    static Map<String, AttributeValue> of(Episode episode) {
        Map<String, AttributeValue> item =
                new HashMap<>(key(episode.podcastId(), episode.postId()));
        item.put("guid", text(episode.guid()));
        item.put("conversionId", text(episode.conversionId().toString()));
        item.put("attempt", number(episode.attempt()));
        item.put("title", text(episode.title()));
        episode.link().ifPresent(link -> item.put("link", text(link)));
        item.put("firstAt", text(episode.firstAt().toString()));
        item.put("audioKey", text(episode.audio().key()));
        item.put("bytes", number(episode.audio().bytes()));
        item.put("seconds", AttributeValue.fromN(Double.toString(episode.audio().seconds())));
        DetailsItem.put(episode.details(), item);
        item.put("byHand", AttributeValue.fromBool(episode.byHand()));
        item.put("excluded", AttributeValue.fromBool(episode.excluded()));
        item.put("version", number(episode.version()));
        return item;
    }

    static Episode episode(Map<String, AttributeValue> item) {
        return new Episode(
                new PodcastId(string(item, "podcastId")),
                string(item, "postId"),
                string(item, "guid"),
                ConversionId.parse(string(item, "conversionId")).orElseThrow(),
                Integer.parseInt(numeral(item, "attempt")),
                string(item, "title"),
                optional(item, "link"),
                Instant.parse(string(item, "firstAt")),
                new Audio(
                        string(item, "audioKey"),
                        Long.parseLong(numeral(item, "bytes")),
                        Double.parseDouble(numeral(item, "seconds"))),
                DetailsItem.of(item),
                flag(item, "byHand"),
                flag(item, "excluded"),
                Long.parseLong(numeral(item, "version")));
    }
}
