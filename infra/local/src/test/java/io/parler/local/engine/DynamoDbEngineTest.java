package io.parler.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbEngineTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,libsqlite4java-linux-amd64.so",
        "Mac OS X,aarch64,libsqlite4java-osx-aarch64.dylib",
        "Mac OS X,x86_64,libsqlite4java-osx.dylib",
        "Windows 11,amd64,sqlite4java-win32-x64.dll"
    })
    void thereIsALibraryForTheUsualPlatforms(String os, String arch, String library) {
        assertThat(DynamoDbEngine.libraryName(os, arch)).isEqualTo(library);
        assertThat(DynamoDbEngine.class.getResource("/native/" + library)).isNotNull();
    }

    @Test
    void anUnsupportedPlatformIsNamedWithTheAlternative() {
        assertThatExceptionOfType(UnsupportedPlatformException.class)
                .isThrownBy(() -> DynamoDbEngine.libraryName("Linux", "aarch64"))
                .withMessageContaining("Linux aarch64")
                .withMessageContaining("--cloud");
    }
}
