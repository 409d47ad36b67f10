package io.parler.status.aws;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.ConversionId;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.LongPoll;
import io.parler.status.listen.PublishedAudio;
import io.parler.status.player.PlayerLook;
import io.parler.status.player.PlayerPage;
import io.parler.status.player.PlayerPages;
import io.parler.status.player.PlaylistPage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `GET /player?list=`: several recordings, played one after the other. The list is the ids of
/// conversions, a podcast, or the library of the account that is signed in.
final class PlaylistEndpoint {
    private static final int MAX_RECORDINGS = 50;
    private static final String LIBRARY = "library";
    private static final Pattern PODCAST = Pattern.compile("pod_[a-z2-7]{24}");

    private final LongPoll conversions;
    private final PlayerPages players;
    private final PlaylistPage pages;

    PlaylistEndpoint(LongPoll conversions, PlayerPages players, PlaylistPage pages) {
        this.conversions = conversions;
        this.players = players;
        this.pages = pages;
    }

    Response page(Request request) {
        String list = request.requiredQuery("list");
        PlayerLook look = PlayerResponse.look(request);
        String accepted = PlayerResponse.acceptedLanguages(request);
        PlayerPage page;
        if (list.equals(LIBRARY)) {
            page = found(pages.ofLibrary("/v1/library?limit=100", look, accepted));
        } else if (PODCAST.matcher(list).matches()) {
            page = found(pages.ofFeed("/v1/podcasts/" + list + "/feed.xml", look, accepted));
        } else {
            List<PlaylistPage.Entry> entries = entries(list);
            page =
                    entries.isEmpty()
                            ? players.of(Optional.empty(), look)
                            : found(pages.of(entries, look));
        }
        return PlayerResponse.of(page)
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language");
    }

    private static PlayerPage found(String html) {
        return new PlayerPage(200, html, false);
    }

    /// Those that everybody may hear.
    private List<PlaylistPage.Entry> entries(String list) {
        List<ConversionId> ids =
                Pattern.compile(",")
                        .splitAsStream(list)
                        .map(id -> ConversionId.parse(id).orElseThrow(PlaylistEndpoint::noList))
                        .distinct()
                        .toList();
        if (ids.size() > MAX_RECORDINGS) {
            throw noList();
        }
        return ids.stream()
                .flatMap(id -> conversions.get(id).stream())
                .flatMap(conversion -> PublishedAudio.of(conversion).stream())
                .map(
                        audio ->
                                new PlaylistPage.Entry(
                                        audio.id(),
                                        audio.audiobook().title(),
                                        audio.audiobook().language()))
                .toList();
    }

    private static ProblemException noList() {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER,
                "The query parameter 'list' takes up to "
                        + MAX_RECORDINGS
                        + " ids of conversions with commas between them, the id of a podcast, or"
                        + " 'library'.");
    }
}
