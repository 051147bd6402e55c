package io.coffer.api.promotions;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.kernel.Keys;
import java.util.List;

/** Who pays the discounts of a campaign. One that pays beforehand (PR-802) is not part of it yet. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Funder.PlatformOwn.class, name = "PLATFORM_OWN"),
    @JsonSubTypes.Type(value = Funder.PostBilled.class, name = "POST_BILLED")
})
public sealed interface Funder {

    /** What of it an approval binds. */
    List<String> content();

    /** The institution, out of own cash. */
    record PlatformOwn() implements Funder {
        @Override
        public List<String> content() {
            return List.of("PLATFORM_OWN");
        }
    }

    /**
     * Somebody who is sent a bill; own cash is out until then.
     *
     * @param name the key by which the own book knows the funder
     */
    record PostBilled(String name) implements Funder {
        public PostBilled {
            Keys.key("funder", name);
        }

        @Override
        public List<String> content() {
            return List.of("POST_BILLED", name);
        }
    }
}
