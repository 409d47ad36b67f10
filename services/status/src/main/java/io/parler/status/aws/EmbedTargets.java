package io.parler.status.aws;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.LongPoll;
import io.parler.status.State;
import io.parler.status.listen.NewestAudio;
import io.parler.status.listen.PublishedAudio;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds which player an address stands for: that of a player, of a page to listen, or of a post.
final class EmbedTargets {
    private static final Pattern OF_CONVERSION =
            Pattern.compile(
                    "/v1/conversions/([^/?#]+)/player(?:[?#].*)?"
                            + "|/listen/([^/?#]+)(?:/[^/?#]*)?(?:[?#].*)?");
    private static final Pattern OF_POST = Pattern.compile("/listen\\?([^#]*)(?:#.*)?");

    private final NewestAudio newest;
    private final LongPoll conversions;
    private final String publicOrigin;

    /// A player to embed, and what it plays.
    record Target(Audiobook audiobook, String player) {}

    EmbedTargets(NewestAudio newest, LongPoll conversions, String publicOrigin) {
        this.newest = newest;
        this.conversions = conversions;
        this.publicOrigin = publicOrigin;
    }

    /// @param account whose audio it is, unless the address names one
    /// @throws ProblemException 404 when there is no audio, 401 when it is not for everybody
    Target find(String address, AccountId account) {
        Optional<String> path = pathOfOurs(address);
        if (path.isEmpty()) {
            return ofPost(address, account);
        }
        Matcher conversion = OF_CONVERSION.matcher(path.get());
        if (conversion.matches()) {
            String id = conversion.group(1);
            return ofConversion(id == null ? conversion.group(2) : id);
        }
        Matcher post = OF_POST.matcher(path.get());
        if (!post.matches()) {
            throw none(address);
        }
        return ofPost(parameter(post.group(1), "url").orElse(""), account(post.group(1), account));
    }

    /// The rest of an address on this site, with http or https.
    private Optional<String> pathOfOurs(String address) {
        String ours = publicOrigin.replaceFirst("^https?://", "");
        String rest = address.replaceFirst("^(?i:https?)://", "");
        return rest.length() > ours.length()
                        && rest.regionMatches(true, 0, ours, 0, ours.length())
                        && rest.charAt(ours.length()) == '/'
                ? Optional.of(rest.substring(ours.length()))
                : Optional.empty();
    }

    private Target ofConversion(String text) {
        Optional<Conversion> conversion = ConversionId.parse(text).flatMap(conversions::get);
        Optional<PublishedAudio> audio = conversion.flatMap(PublishedAudio::of);
        if (audio.isEmpty()
                && conversion.isPresent()
                && conversion.get().state() instanceof State.Completed) {
            throw new ProblemException(
                    ProblemType.SIGN_IN_REQUIRED, "This audio is not for everybody.");
        }
        return audio.map(
                        found ->
                                new Target(
                                        found.audiobook(),
                                        publicOrigin + "/v1/conversions/" + found.id() + "/player"))
                .orElseThrow(() -> none("the conversion " + text));
    }

    private Target ofPost(String url, AccountId account) {
        PostAddress post = newest.post(account, url).orElseThrow(() -> none(url));
        return newest.of(account, post)
                .map(
                        audio ->
                                new Target(
                                        audio.audiobook(),
                                        ListenBody.player(publicOrigin, account, post)))
                .orElseThrow(() -> none(url));
    }

    private static AccountId account(String query, AccountId defaultAccount) {
        try {
            return parameter(query, "account").map(AccountId::of).orElse(defaultAccount);
        } catch (IllegalArgumentException e) {
            throw none("that account");
        }
    }

    private static Optional<String> parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                try {
                    return Optional.of(
                            URLDecoder.decode(
                                    pair.substring(name.length() + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static ProblemException none(String what) {
        return new ProblemException(ProblemType.NO_AUDIO, "There is no audio of " + what + ".");
    }
}
