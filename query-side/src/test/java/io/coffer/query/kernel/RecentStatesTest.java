package io.coffer.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recent states")
class RecentStatesTest {

    @Test
    void are_as_many_as_was_said() {
        var recent = RecentStates.<String>upTo(2);

        recent.put("A", "a");
        recent.put("B", "b");
        assertThat(recent.get("A")).isEqualTo("a");
        recent.put("C", "c");

        assertThat(recent.get("B")).as("touched longest ago").isNull();
        assertThat(recent.get("A")).isEqualTo("a");
        assertThat(recent.get("C")).isEqualTo("c");
    }

    @Test
    void are_the_last_of_their_aggregate() {
        var recent = RecentStates.<String>upTo(1);

        recent.put("A", "earlier");
        recent.put("A", "later");

        assertThat(recent.get("A")).isEqualTo("later");
    }

    @Test
    void are_none_where_nobody_feeds() {
        var recent = RecentStates.<String>none();

        recent.put("A", "a");

        assertThat(recent.get("A")).isNull();
    }
}
