package io.parler.conversion.testing;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.job.Charge;
import io.parler.conversion.job.CompletedConversions;
import io.parler.conversion.job.DeletedConversions;
import io.parler.conversion.job.Job;
import io.parler.conversion.job.Progress;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import io.parler.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stores the output of a conversion in memory, and records its progress.
public final class OutputInMemory
        implements AudioStore, CompletedConversions, DeletedConversions, Progress {
    private final Map<String, Audiobook> finished = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private volatile Runnable onScript = () -> {};
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean progressFails;
    private byte[] audio = {};
    private String vtt = "";
    private Transcript transcript = new Transcript("", 0, List.of());
    private List<Chapter> chapters = List.of();

    @Override
    public String audio(AudioFolder folder, String slug, JoinedAudio joined) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            joined.writeTo(out);
            audio = out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.prefix() + slug + ".mp3";
    }

    @Override
    public String transcriptVtt(AudioFolder folder, String content) {
        vtt = content;
        return folder.prefix() + "transcript.vtt";
    }

    @Override
    public String transcript(AudioFolder folder, Transcript content) {
        transcript = content;
        return folder.prefix() + "transcript.json";
    }

    @Override
    public String chapters(AudioFolder folder, Article article, List<Chapter> content) {
        chapters = content;
        return folder.prefix() + "chapters.json";
    }

    @Override
    public String script(AudioFolder folder, Article article, Script script) {
        files.add(folder.id());
        onScript.run();
        return folder.prefix() + "script.json";
    }

    @Override
    public Optional<Audiobook> get(String id) {
        return Optional.ofNullable(finished.get(id));
    }

    @Override
    public void put(String id, Audiobook audiobook) {
        finished.put(id, audiobook);
    }

    @Override
    public void started(Job job) {
        told.add("started " + job.attempt());
    }

    @Override
    public void progressed(Job job, int done, int total) {
        if (progressFails) {
            throw new IllegalStateException("the topic is unavailable");
        }
        told.add("progressed " + done + "/" + total);
    }

    @Override
    public void completed(Job job, Audiobook audiobook) {
        told.add("completed " + job.attempt() + " " + audiobook.billedCharacters());
    }

    @Override
    public void failed(Job job, Problem problem, Optional<Charge> charge) {
        told.add(
                "failed "
                        + problem.slug()
                        + charge.map(billed -> " " + billed.characters()).orElse(""));
    }

    /// Runs when the files are written.
    public void onScript(Runnable action) {
        onScript = action;
    }

    /// Whether there are files of a conversion.
    public boolean holds(String id) {
        return files.contains(id) || finished.containsKey(id);
    }

    /// Of both ports: the files, and the result.
    @Override
    public void delete(String id) {
        files.remove(id);
        finished.remove(id);
    }

    @Override
    public boolean contains(String id) {
        return deleted.contains(id);
    }

    @Override
    public void add(String id) {
        deleted.add(id);
    }

    public void failProgress() {
        progressFails = true;
    }

    public List<String> told() {
        return List.copyOf(told);
    }

    public byte[] audio() {
        return audio.clone();
    }

    public String vtt() {
        return vtt;
    }

    public Transcript transcript() {
        return transcript;
    }

    public List<Chapter> chapters() {
        return chapters;
    }
}
