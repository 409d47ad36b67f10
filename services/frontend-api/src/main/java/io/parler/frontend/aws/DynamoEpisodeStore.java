package io.parler.frontend.aws;

import io.parler.aws.DynamoBatch;
import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.PodcastId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Episodes in the table Episodes.
final class DynamoEpisodeStore implements EpisodeStore {
    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoBatch batch;

    DynamoEpisodeStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.batch = new DynamoBatch(dynamo, table);
    }

    @Override
    public Optional<Episode> get(PodcastId podcast, String postId) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(EpisodeItem.key(podcast, postId))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(EpisodeItem.episode(item));
    }

    @Override
    public boolean put(Episode episode) {
        try {
            dynamo.putItem(
                    put -> {
                        put.tableName(table).item(EpisodeItem.of(episode));
                        if (episode.version() == 1) {
                            put.conditionExpression("attribute_not_exists(postId)");
                        } else {
                            put.conditionExpression("version = :before")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":before",
                                                    PodcastItem.number(episode.version() - 1)));
                        }
                    });
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public List<Episode> list(PodcastId podcast) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("podcastId = :podcast")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":podcast",
                                                        PodcastItem.text(podcast.value())))
                                        .consistentRead(true))
                .items()
                .stream()
                .map(EpisodeItem::episode)
                .toList();
    }

    @Override
    public boolean delete(Episode episode) {
        try {
            dynamo.deleteItem(
                    delete ->
                            delete.tableName(table)
                                    .key(EpisodeItem.key(episode.podcastId(), episode.postId()))
                                    .conditionExpression(
                                            "attribute_not_exists(postId) OR version = :version")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":version",
                                                    PodcastItem.number(episode.version()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public void deleteAll(PodcastId podcast) {
        batch.delete(
                list(podcast).stream()
                        .map(episode -> EpisodeItem.key(podcast, episode.postId()))
                        .toList());
    }
}
