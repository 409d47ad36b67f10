package io.parler.status.aws;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.status.plays.DailyPlays;
import io.parler.status.plays.PlayCounts;
import io.parler.status.plays.PlayStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counters in the table Plays. The partition key is the account and the month, `owner 2026-11`;
/// the sort key is the recording and the day, `01a1f874-… 27`.
final class DynamoPlayStore implements PlayStore {
    private static final String PLAYS = "plays";
    private static final String SECONDS = "seconds";
    private static final String TITLE = "title";
    private static final String EXPIRES_AT = "expiresAt";
    private static final int ID_LENGTH = 36;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoPlayStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void add(AccountId account, DailyPlays plays) {
        Map<String, String> names = new HashMap<>(Map.of("#plays", PLAYS, "#seconds", SECONDS));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":title", AttributeValue.fromS(plays.title()));
        values.put(":expires", number(expiry(plays.day())));
        values.put(":plays", number(plays.counts().plays()));
        values.put(":seconds", number(plays.counts().seconds()));
        StringBuilder add = new StringBuilder("ADD #plays :plays, #seconds :seconds");
        for (int tenth = 0; tenth < PlayCounts.TENTHS; tenth++) {
            long heard = plays.counts().tenths().get(tenth);
            if (heard > 0) {
                add.append(", #t").append(tenth).append(" :t").append(tenth);
                names.put("#t" + tenth, attribute(tenth));
                values.put(":t" + tenth, number(heard));
            }
        }
        names.put("#title", TITLE);
        names.put("#expires", EXPIRES_AT);
        dynamo.updateItem(
                update ->
                        update.tableName(table)
                                .key(key(account, plays.recording(), plays.day()))
                                .updateExpression("SET #title = :title, #expires = :expires " + add)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values));
    }

    @Override
    public Stream<DailyPlays> list(AccountId account, LocalDate first, LocalDate last) {
        return months(first, last)
                .flatMap(month -> items(account, month))
                .filter(plays -> !plays.day().isBefore(first) && !plays.day().isAfter(last));
    }

    private Stream<DailyPlays> items(AccountId account, YearMonth month) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("accountMonth = :accountMonth")
                                        .expressionAttributeValues(
                                                Map.of(":accountMonth", partition(account, month))))
                .items()
                .stream()
                .flatMap(item -> plays(item, month).stream());
    }

    @Override
    public void delete(AccountId account, ConversionId recording, LocalDate today) {
        LocalDate created = LocalDate.ofInstant(recording.createdAt(), ZoneOffset.UTC);
        LocalDate oldest = today.minus(TTL);
        months(created.isBefore(oldest) ? oldest : created, today)
                .flatMap(month -> keys(account, recording, month))
                .forEach(key -> dynamo.deleteItem(delete -> delete.tableName(table).key(key)));
    }

    private Stream<Map<String, AttributeValue>> keys(
            AccountId account, ConversionId recording, YearMonth month) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression(
                                                "accountMonth = :accountMonth and"
                                                        + " begins_with(recordingDay, :recording)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":accountMonth",
                                                        partition(account, month),
                                                        ":recording",
                                                        AttributeValue.fromS(recording.toString())))
                                        .projectionExpression("accountMonth, recordingDay"))
                .items()
                .stream();
    }

    private static Optional<DailyPlays> plays(Map<String, AttributeValue> item, YearMonth month) {
        String recordingDay = Objects.requireNonNull(item.get("recordingDay")).s();
        return ConversionId.parse(recordingDay.substring(0, ID_LENGTH))
                .map(
                        id ->
                                new DailyPlays(
                                        month.atDay(
                                                Integer.parseInt(
                                                        recordingDay.substring(ID_LENGTH + 1))),
                                        id,
                                        item.getOrDefault(TITLE, AttributeValue.fromS("")).s(),
                                        new PlayCounts(
                                                number(item, PLAYS),
                                                number(item, SECONDS),
                                                IntStream.range(0, PlayCounts.TENTHS)
                                                        .mapToObj(
                                                                tenth ->
                                                                        number(
                                                                                item,
                                                                                attribute(tenth)))
                                                        .toList())));
    }

    private static Map<String, AttributeValue> key(
            AccountId account, ConversionId recording, LocalDate day) {
        return Map.of(
                "accountMonth",
                partition(account, YearMonth.from(day)),
                "recordingDay",
                AttributeValue.fromS(
                        String.format(Locale.ROOT, "%s %02d", recording, day.getDayOfMonth())));
    }

    private static AttributeValue partition(AccountId account, YearMonth month) {
        return AttributeValue.fromS(account.storageKey() + " " + month);
    }

    private static Stream<YearMonth> months(LocalDate first, LocalDate last) {
        YearMonth end = YearMonth.from(last);
        return Stream.iterate(
                YearMonth.from(first), month -> !month.isAfter(end), month -> month.plusMonths(1));
    }

    private static long expiry(LocalDate day) {
        return day.plus(TTL).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static String attribute(int tenth) {
        return "tenth" + tenth;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }
}
