package io.parler.deploy.destroy;

import io.parler.deploy.archive.ObjectStore;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.terminal.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies the published audio into a folder. A file that is there with its whole size is not
/// copied again.
final class AudioExport {
    static final String PREFIX = "audio/";

    private final ObjectStore objects;
    private final Output output;

    AudioExport(ObjectStore objects, Output output) {
        this.objects = objects;
        this.output = output;
    }

    /// Copies all of it.
    ///
    /// @return the number of files
    int export(String bucket, Path folder) {
        List<ObjectStore.StoredObject> audio = objects.list(bucket, PREFIX);
        int done = 0;
        for (ObjectStore.StoredObject object : audio) {
            Path file = folder.resolve(object.key()).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new DeployException(object.key() + " would be outside of " + folder + ".");
            }
            try {
                if (!Files.exists(file) || Files.size(file) != object.bytes()) {
                    Files.createDirectories(file.getParent());
                    objects.get(bucket, object.key(), file);
                }
            } catch (IOException e) {
                throw new DeployException(file + " can't be written: " + e.getMessage());
            }
            done++;
            output.progress(
                    "  " + object.key(), "exporting audio, " + done + " of " + audio.size());
        }
        return done;
    }
}
