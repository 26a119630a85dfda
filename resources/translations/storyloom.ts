<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
 <context>
  <name>Storyloom</name>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Go to Node</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>&amp;Remove from the Queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Run Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>&amp;Save the Log …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 is black and white, above 1 makes colours stronger.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0 to 100, for codecs that lose anything.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1 leaves the loudness, 0.5 halves it.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>12</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>15</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>16</source>
   <extracomment>node export.frames; node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>2 is twice as fast, 0.5 is half as fast (when speed is changed).</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>23.976</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>24</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>25</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>29.97</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>30</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>48</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4n+1</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>4n+1 (5, 9, 13 ... 81: what VACE takes), 8n+1 (9, 17, 25 ...: what LTX takes), or custom for a number of your own.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>50</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>59.94</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>60</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8</source>
   <extracomment>node export.frames; node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8 or 16 bits for each channel, or those of the clip.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>8n+1</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Above 1 brightens the middle tones, below 1 darkens them.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Above 1 pulls dark and bright apart.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add Sound</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add room around pictures or clips.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adjust Colours</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alpha</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Also show frames that repeat the one before.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Anchor</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Area</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As in Resize.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As the clip</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Audio</source>
   <extracomment>kinds of value; node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>B</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below 0 colder and bluer, above 0 warmer and redder.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Below 0 greener, above 0 more magenta.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Best</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blend</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blended</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom</source>
   <extracomment>node frame.crop; node frame.pad; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom left</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bottom right</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brightness</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brightness, or alpha (white where the picture is opaque).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bring pictures or clips to another size.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>C&amp;lear the Log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Centre</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Choose another place.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clip</source>
   <extracomment>kinds of value; node export.frames; node export.video; node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clips</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Codec</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colour</source>
   <extracomment>node frame.pad; node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Combine Masks</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Concatenate</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contact Sheet</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contrast</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Convert</source>
   <extracomment>node convert.image_to_clip; node convert.image_to_mask; node convert.mask_to_image; node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crop</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cross-fade</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cubic</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Custom</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cut pixels off the sides of pictures or clips.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Darken</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Depth</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Difference</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/toast.py" />
   <source>Dismiss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distance</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Easing</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Effort</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exchange black and white: what was kept is generated, and what was generated is kept.</source>
   <extracomment>node mask.invert</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export Frames</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export Video</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exposure</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Failures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fast</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fastest</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Feather Mask</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ffv1</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fill</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Filter</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit Length</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit shows all of the picture, fill covers the frame and cuts off what stands over, stretch changes the proportions, none keeps the picture's own size.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flow</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fps</source>
   <extracomment>node load.clip; node story.storyboard; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frame</source>
   <extracomment>node frame.crop; node frame.pad; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frame rate</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames</source>
   <extracomment>node export.frames; node export.video; node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Frames a second; 23.976, 29.97 and 59.94 are the exact film and television rates.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From this brightness on the mask is white (brightness only).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gamma</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gap easing</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gif</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the words of a report as plain text, with their Markdown marks.</source>
   <extracomment>node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Go on with what waits.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/toast.py" />
   <source>Go to the Notification</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grade a picture or a clip: light, white balance, contrast and colour.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grow Mask</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Grow the white area of a mask in every direction, or shrink it.</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H.264 plays everywhere; H.265 is smaller; ProRes and FFV1 are for editing and archives; ProRes 4444 and FFV1 keep alpha; FFV1 and lossless RGB keep every pixel; GIF is for the web.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H264</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H264-10bit</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H264-lossless-rgb</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H265</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>H265-10bit</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height</source>
   <extracomment>node frame.resize; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Height of the picture in pixels.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold a number that several nodes use: a strength, a speed, a length.</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold a text that several nodes use: a prompt, a style, a negative prompt.</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Holds</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far the softness reaches to either side of the edge, in pixels of the final picture; 0 leaves the mask as it is.</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How far, in pixels of the final picture; below zero the area shrinks.</source>
   <extracomment>node mask.grow</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How long the encoder looks for a smaller file.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many frames to keep; 0 keeps all that follow.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of b is seen, from 0 (none) to 1 (all of it).</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How new pixels are made. Best is right for nearly everything, nearest keeps hard pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How new pixels are made; best is right for nearly everything.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How sure the motion must be (0 to 1) before it is drawn; below it the move holds.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the colours meet. Normal covers, Multiply darkens like ink, Screen and Add brighten like light.</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image</source>
   <extracomment>kinds of value; node convert.image_to_clip; node convert.image_to_mask; node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image To Clip</source>
   <extracomment>node convert.image_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Image To Mask</source>
   <extracomment>node convert.image_to_mask</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In-Between</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Intersection</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Invert Mask</source>
   <extracomment>node mask.invert</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join clips one after the other, sound included.</source>
   <extracomment>node time.concatenate</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join masks into one.</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep a part of a clip and leave out the rest, sound and timecode included.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep to the in and out marks of the clip, where no frames are given.</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lanczos</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lay picture b over picture a, as a compositor lays a plate over another.</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lay the frames of a clip on one sheet, each with its number and timecode.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave a note on the canvas, for yourself or for whoever opens the project next.</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave out the paper, so that drawings keep their transparency (alpha).</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left</source>
   <extracomment>node frame.crop; node frame.pad; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length</source>
   <extracomment>node time.fit_length; node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lift</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light in stops, as on a lens; +1 doubles it.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lighten</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Linear</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load</source>
   <extracomment>node load.audio; node load.clip; node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Audio</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Clip</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load Image</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load a still picture: PNG, JPEG, TIFF, WebP, BMP or TGA.</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load a video file, or a run of numbered pictures as a clip.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Load sound: dialogue, music or effects from a sound file, or the sound of a video.</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make a clip as long as needed by holding its last frame, and say how many were added.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make a mask from a picture: from how bright it is, or from its transparency.</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make the storyboard move: draw the frames between panels, as an in-betweener does.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make width and height larger until they are multiples of this; models often want 16.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marks</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask</source>
   <extracomment>kinds of value; node convert.mask_to_image; node image.blend; node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask To Image</source>
   <extracomment>node convert.mask_to_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask clip</source>
   <extracomment>kinds of value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mask from Image</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Method</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Min confidence</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mix</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mode</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Motion</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiple</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Multiply</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Names of shots, as pairs of id and name.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nearest</source>
   <extracomment>node frame.resize; node frame.restore; node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nearest shows the frame that is on screen at that moment, untouched; blended mixes the two frames around it, which is smoother and softer.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../widgets/canvas/view.py" />
   <source>Node canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Normal</source>
   <extracomment>node export.video; node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Note</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number</source>
   <extracomment>kinds of value; node convert.number_to_text; node export.frames; node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number To Text</source>
   <extracomment>node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On, the clip's own sound stays and both are heard; off, it is replaced.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Opacity</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Operation</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Original</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Others</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Out</source>
   <extracomment>node convert.image_to_clip; node convert.image_to_mask; node convert.mask_to_image; node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overlay</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Panels</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paper</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Path</source>
   <extracomment>node export.frames; node export.video; node load.audio; node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Paused. Waiting: {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures in a row.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the bottom.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the left.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the right.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to add at the top.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the bottom.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the left.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the right.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pixels to cut off at the top.</source>
   <extracomment>node frame.crop</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a clip backwards, sound included.</source>
   <extracomment>node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a clip faster or slower, or bring it to another frame rate.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play a storyboard as an animatic: every panel is held for as long as it lasts.</source>
   <extracomment>node convert.storyboard_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Progress of the node at work</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prompt</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prores-4444</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prores-hq</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Put a sound under a clip.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quality</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Queue</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Queue ({count})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Queue of runs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Radius</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raises or lowers the blacks and leaves white where it is.</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Read a black-and-white picture as a mask: bright is generated, dark is kept.</source>
   <extracomment>node convert.image_to_mask</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report</source>
   <extracomment>kinds of value; node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report To Text</source>
   <extracomment>node convert.report_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resize</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Restore</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>Resume the queue to run them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Retime</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reverse</source>
   <extracomment>node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Review</source>
   <extracomment>node review.contact_sheet; node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right</source>
   <extracomment>node frame.crop; node frame.pad; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Run &amp;Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>Run &amp;Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Run Again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>Runs that had not ended wait in the paused queue: {names}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sampling</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saturation</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Save the log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Screen</source>
   <extracomment>node image.blend</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shot</source>
   <extracomment>node story.storyboard; node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shot names</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>Show &amp;Details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show a mask as a grey picture of three channels and 8 bits.</source>
   <extracomment>node convert.mask_to_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slow</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soften the edge of a mask, so that the new part melts into the old.</source>
   <extracomment>node mask.feather</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound</source>
   <extracomment>node export.video; node load.clip; node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Source</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed, or frame rate.</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Start nothing new. What runs goes on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Stop the run and empty the queue. What is finished is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Story</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Storyboard</source>
   <extracomment>kinds of value; node convert.storyboard_to_clip; node motion.in_between; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Storyboard To Clip</source>
   <extracomment>node convert.storyboard_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take only every n-th frame.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Temperature</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text</source>
   <extracomment>kinds of value; node review.note; node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The colour of the paper under the drawings.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The first and last frame, such as 12-48, counted from 0; empty for all.</source>
   <extracomment>node export.frames; node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The first frame to keep, counted from 0 (within the shot, if one is chosen).</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder to make, within the project's folder; outside it you are asked first.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The id of a shot of the clip to keep, or empty for the whole clip.</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The id of one shot to show alone, or empty for all.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>The log was not saved: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The name of each picture; the # signs become its number, frame_0007.png.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new frame rate (when frame rate is changed).</source>
   <extracomment>node time.retime</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new height in pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The new width in pixels.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of frames, for custom. A longer clip is cut at its end.</source>
   <extracomment>node time.fit_length</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number of the first frame of the clip.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number.</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The panels in order, with their layers, lengths and joints.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture's file. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The rate of numbered pictures; a video keeps its own.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sound's file. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.audio</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The storyboard: panels that you draw or import, and how one becomes the next.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The timing curve of all moves, and for how many frames each drawing stays ("on twos").</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The video, the folder of numbered pictures, or their pattern such as frame_%04d.png. A file outside the project's folder is read only after you agree.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The width of each picture in pixels.</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The words.</source>
   <extracomment>node text.prompt</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>The worker left a report.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tile width</source>
   <extracomment>node review.contact_sheet</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time</source>
   <extracomment>node time.concatenate; node time.fit_length; node time.retime; node time.reverse</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timing curves of single moves, as pairs of the id of the panel before the move and its curve.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tint</source>
   <extracomment>node image.colour_adjust</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top</source>
   <extracomment>node frame.crop; node frame.pad; node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top left</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Top right</source>
   <extracomment>node frame.resize; node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transparent</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trim</source>
   <extracomment>node time.trim</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn a picture into a clip of one frame, at 24 frames a second.</source>
   <extracomment>node convert.image_to_clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo Resize: take the picture out of its frame and bring it back to its own size.</source>
   <extracomment>node frame.restore</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Union</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Union is white where any mask is, intersection where all are, difference where the first is and none of the others.</source>
   <extracomment>node mask.combine</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Up to this brightness the mask is black (brightness only).</source>
   <extracomment>node mask.from_image</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Value</source>
   <extracomment>node number.value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volume</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>Waits for {node}, which failed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Warnings and failures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fills the room around it; with alpha it may be transparent.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What fills them; with alpha it may be transparent.</source>
   <extracomment>node frame.pad</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What in-between joints use. Flow follows the motion, cross-fade mixes the two drawings, hold switches in the middle.</source>
   <extracomment>node motion.in_between</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>What native code left is in {file}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_log.py" />
   <source>What runs told</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to say.</source>
   <extracomment>node review.note</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>What was finished is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where in the clip the sound begins, in seconds; below zero its beginning is cut off.</source>
   <extracomment>node sound.add</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the file goes, within the project's folder; outside it you are asked first. The ending may be left out, it follows the codec.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the picture stands when there is room, and what is kept when it is cut.</source>
   <extracomment>node frame.resize</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether to bring the video's sound along.</source>
   <extracomment>node load.clip</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>Which lines are shown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width</source>
   <extracomment>node frame.resize; node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Width of the picture in pixels.</source>
   <extracomment>node story.storyboard</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a clip as numbered PNG pictures, with alpha where it has any.</source>
   <extracomment>node export.frames</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a clip to a video file.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write a number as text, without needless zeros: 24.0 becomes 24.</source>
   <extracomment>node convert.number_to_text</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write the sound too.</source>
   <extracomment>node export.video</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written</source>
   <extracomment>kinds of value</extracomment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>a few seconds left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {count} min left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {count} s left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>about {hours} h {minutes} min left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>getting ready</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>it failed; see above.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_estimate.py" />
   <source>time left unknown</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>waits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{node}: {message}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>{share} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_panel.py" />
   <source>{title} is not finished. What was made is kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title} waits: the queue is paused.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title} …</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title}: done in {seconds} s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title}: stopped.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_queue_view.py" />
   <source>{title}: {how}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/window/run_desk.py" />
   <source>{title}: {why}</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
