# One image for every service; --coffer.side says which it is.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN ./mvnw -B -ntp -q package -DskipTests \
    && java -Djarmode=tools -jar app/target/coffer.jar extract --destination /opt/coffer

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 coffer \
    && useradd --system --uid 10001 --gid coffer --home-dir /var/lib/coffer --create-home coffer \
    && install --directory --owner coffer --group coffer /var/lib/bank
COPY --from=build /opt/coffer /opt/coffer
COPY --from=build /source/app/src/main/jvm.options /opt/coffer/jvm.options
USER 10001:10001
WORKDIR /var/lib/coffer
EXPOSE 8080
# Exec form, so that a stop signal reaches the JVM and open requests are finished.
ENTRYPOINT ["java", "@/opt/coffer/jvm.options", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-Daxoniq.update-checker.disabled=true", "-jar", "/opt/coffer/coffer.jar"]
